import type { LoaderFunctionArgs } from "@remix-run/node";
import { servePhoto } from "#app/server/photos/serve-photo.server.ts";
import { getPhoto } from "#db/queries/case/get-photo.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "cases", right: "read" } };

/** A photo of a case that the caller sees; the original, with time and place, for those who dispatch. */
export const loader = (args: LoaderFunctionArgs) => servePhoto(args, "cases", getPhoto);
