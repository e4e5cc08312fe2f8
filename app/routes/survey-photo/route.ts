import type { LoaderFunctionArgs } from "@remix-run/node";
import { servePhoto } from "#app/server/photos/serve-photo.server.ts";
import { getObservationPhoto } from "#db/queries/survey/get-observation-photo.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "surveys", right: "read" } };

/** A photo of an element that a survey saw. */
export const loader = (args: LoaderFunctionArgs) => servePhoto(args, "surveys", getObservationPhoto);
