import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { bodyLimit } from "#app/http/body-limit.ts";
import { mostCasePhotos, mostPhotoBytes } from "#domain/case/photo-type.ts";
import { mostDocumentBytes } from "#domain/document.ts";
import type { RouteHandle, Sending } from "#domain/needs.ts";
import { mostReportPhotos } from "#domain/qr-report.ts";

/** Forms are small. */
const mostFormBytes = 256 * 1024;

/** How much may come at once: somewhat more than is taken, so that the form itself can say so kindly. */
const mostBytesOf: Record<Sending, number> = {
  table: 32 * 1024 * 1024,
  document: 4 * mostDocumentBytes,
  photo: 4 * mostPhotoBytes,
  photos: (mostCasePhotos + 1) * mostPhotoBytes,
  reportPhotos: (mostReportPhotos + 1) * mostPhotoBytes,
  batch: 4 * 1024 * 1024,
};

type Door = { path: RegExp; limit: RequestHandler };

const limitForms = bodyLimit(mostFormBytes);

/** Refuses what is larger than the route it is sent to says that it takes; a route that says nothing takes small forms. */
export function limitBodies(build: ServerBuild | (() => Promise<ServerBuild>)): RequestHandler {
  const limitBy =
    (doors: readonly Door[]): RequestHandler =>
    (request, response, next) => {
      const door = request.method === "POST" ? doors.find(({ path }) => path.test(request.path)) : undefined;
      (door?.limit ?? limitForms)(request, response, next);
    };
  if (typeof build !== "function") return limitBy(doorsOf(build));
  // In development code that does not build is told as an error of this request, and ends nothing.
  return (request, response, next) =>
    void build().then((built) => limitBy(doorsOf(built))(request, response, next), next);
}

const doorsOf = (build: ServerBuild): Door[] =>
  Object.values(build.routes).flatMap((route) => {
    const takes = (route?.module.handle as RouteHandle | undefined)?.takes;
    return takes ? [{ path: patternOf(pathOf(build, route!.id)), limit: bodyLimit(mostBytesOf[takes]) }] : [];
  });

function pathOf(build: ServerBuild, id: string): string {
  const { path = "", parentId } = build.routes[id]!;
  return parentId ? `${pathOf(build, parentId)}/${path}` : path;
}

/** @example patternOf("/surveys/photos/:photoId/:variant?") // matches "/surveys/photos/1" and "/surveys/photos/1/thumbnail" */
function patternOf(path: string): RegExp {
  const parts = path.split("/").filter((part) => part !== "");
  const patterns = parts.map((part) => {
    if (!part.startsWith(":")) return `/${part.replace(/[^\w-]/g, "\\$&")}`;
    return part.endsWith("?") ? "(?:/[^/]+)?" : "/[^/]+";
  });
  return new RegExp(`^${patterns.join("")}/?$`);
}
