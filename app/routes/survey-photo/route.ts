import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { sendPhoto, type PhotoVariant } from "#app/http/send-photo.ts";
import { getObservationPhoto } from "#db/queries/survey/get-observation-photo.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "surveys", right: "read" } };

const variants: Record<string, PhotoVariant> = {
  ...{ "": "public", thumbnail: "thumbnail", original: "original" },
};

/** A photo of an element that a survey saw. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  const variant = variants[params.variant ?? ""];
  const { photoId } = params;
  if (!variant || !isId(photoId)) throw problem(404);
  const photo = await getObservationPhoto(context.db, actor, photoId, dayAt(new Date()));
  if (!photo) throw problem(404);
  return sendPhoto(context.files, photo, variant);
}
