import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { withUpload } from "#app/http/receive-upload.server.ts";
import { forgetPhoto, storePhoto } from "#app/server/photos/store-photo.server.ts";
import { addWorkPhoto } from "#db/commands/case/add-work-photo.ts";
import { mostPhotoBytes } from "#domain/case/photo-type.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = {
  needs: { area: "cases", right: "read" },
  needsToChange: { area: "cases", right: "write" },
  takes: "photo",
};

/** There is nothing to see at this address: the photos stand with their orders. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActorWith(request, context, "cases", "read");
  return redirect("/work");
}

/**
 * Takes one photo of the work: a form with `orderId`, `kind` (before, after) and `file`. What is no photo is answered with
 * its fault and taken off the phone's hands all the same, as sending it again would change nothing.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const { db, files } = context;
  return withUpload(request, mostPhotoBytes, async ({ fields, file, isTooLarge }) => {
    const { orderId } = fields;
    if (!isId(orderId)) throw problem(422, { detail: "Say which order the photo belongs to." });
    if (!file || isTooLarge) return json({ fault: isTooLarge ? "tooLarge" : "empty" });
    const stored = await storePhoto(files, file);
    if (!stored.ok) return json({ fault: stored.refusal });
    const kind = fields.kind === "before" ? "before" : "after";
    const added = await addWorkPhoto(db, actor, { ...stored.value, orderId, kind }, new Date());
    if (!added.ok) await forgetPhoto(files, stored.value);
    return json(added.ok ? { id: added.value } : { fault: added.refusal });
  });
}
