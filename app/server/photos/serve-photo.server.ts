import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { sendPhoto, type PhotoVariant } from "#app/http/send-photo.ts";
import type { Db } from "#db/client.server.ts";
import type { PhotoFiles } from "#db/queries/case/get-photo.ts";
import type { Area } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, type Day } from "#domain/day.ts";
import { isId, type Id } from "#domain/id.ts";

const variants: Record<string, PhotoVariant> = {
  ...{ "": "public", thumbnail: "thumbnail", original: "original" },
};

/** Sends a photo of an area as the address asks for it, where its query says that the caller may see it. */
export async function servePhoto(
  { request, context, params }: LoaderFunctionArgs,
  area: Area,
  find: (db: Db, actor: Actor, id: Id, today: Day) => Promise<PhotoFiles | null>,
): Promise<Response> {
  const actor = await requireActorWith(request, context, area, "read");
  const variant = variants[params.variant ?? ""];
  const { photoId } = params;
  if (!variant || !isId(photoId)) throw problem(404);
  const photo = await find(context.db, actor, photoId, dayAt(new Date()));
  if (!photo) throw problem(404);
  return sendPhoto(context.files, photo, variant);
}
