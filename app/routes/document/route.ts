import { createReadableStreamFromReadable, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { attachmentNamed } from "#app/http/content-disposition.ts";
import { problem } from "#app/http/problem.ts";
import { removeDocument } from "#db/commands/remove-document.ts";
import { restoreDocument } from "#db/commands/restore-document.ts";
import { getDocument } from "#db/queries/get-document.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { afterDocument } from "../building-documents/after-document.ts";

export const handle: RouteHandle = {
  needs: { area: "register", right: "read" },
  needsToChange: { area: "register", right: "write" },
};

/** Hands out the file of a document, to be kept and never shown by the browser as a page of this site (nosniff is on every answer). */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "read");
  const { documentId } = params;
  const found = isId(documentId) ? await getDocument(context.db, actor, documentId, dayAt(new Date())) : null;
  if (!found || found.isRemoved) throw problem(404);
  const headers = {
    "Content-Type": found.mediaType,
    "Content-Length": String(found.bytes),
    "Content-Disposition": attachmentNamed(found.fileName),
    // Packed on the way it would have another length than the one said.
    "Cache-Control": "private, no-store, no-transform",
  };
  if (request.method === "HEAD") return new Response(null, { headers });
  const file = await context.files.get(found.storageKey);
  if (!file) throw new Error(`The file of document ${found.id} is not in the storage`);
  return new Response(createReadableStreamFromReadable(file), { headers });
}

/** Takes the document off its building, or puts it back, and goes to the building's page. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "write");
  const { documentId } = params;
  const now = new Date();
  const found = isId(documentId) ? await getDocument(context.db, actor, documentId, dayAt(now)) : null;
  if (!found) throw problem(404);
  const form = await request.formData();
  const intent = form.get("intent");
  if (intent !== "remove" && intent !== "restore")
    throw problem(400, { detail: "intent is remove or restore" });
  const change = intent === "remove" ? removeDocument : restoreDocument;
  const result = await change(context.db, actor, found.id, now);
  if (!result.ok && result.refusal === "notAllowed") throw problem(403);
  const event = !result.ok ? "taken" : intent === "remove" ? "removed" : "restored";
  return redirect(afterDocument(found.buildingId, form.get("back"), found.id, event), 303);
}
