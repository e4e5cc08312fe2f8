import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { withUpload } from "#app/http/receive-upload.server.ts";
import { forgetPhoto, storePhoto } from "#app/server/photos/store-photo.server.ts";
import { addObservationPhoto } from "#db/commands/condition/add-observation-photo.ts";
import { mostPhotoBytes } from "#domain/case/photo-type.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = {
  needs: { area: "surveys", right: "read" },
  needsToChange: { area: "surveys", right: "write" },
  takes: "photo",
};

/** There is nothing to see at this address: photos stand with their surveys. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActorWith(request, context, "surveys", "read");
  return redirect("/surveys");
}

/**
 * Takes one photo of an element: a form with `surveyId`, `elementId` and `file`. What is not taken is answered with its
 * fault, as sending it again would change nothing.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "write");
  const { db, files } = context;
  return withUpload(request, mostPhotoBytes, async ({ fields, file, isTooLarge }) => {
    const { surveyId, elementId } = fields;
    if (!isId(surveyId) || !isId(elementId))
      throw problem(422, { detail: "Say which survey and element the photo belongs to." });
    if (!file || isTooLarge) return json({ fault: isTooLarge ? "tooLarge" : "empty" });
    const stored = await storePhoto(files, file);
    if (!stored.ok) return json({ fault: stored.refusal });
    const added = await addObservationPhoto(db, actor, { ...stored.value, surveyId, elementId }, new Date());
    if (!added.ok) await forgetPhoto(files, stored.value);
    return json(added.ok ? { id: added.value } : { fault: added.refusal });
  });
}
