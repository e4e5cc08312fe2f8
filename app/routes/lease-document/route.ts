import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { attachmentNamed } from "#app/http/content-disposition.ts";
import { problem } from "#app/http/problem.ts";
import { getLeaseDocument } from "#db/queries/lease/list-lease-documents.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

/** Hands out a file of a lease, to be kept and never shown by the browser as a page of this site. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const { documentId } = params;
  const found = isId(documentId) ? await getLeaseDocument(context.db, actor, documentId) : null;
  if (!found) throw problem(404);
  const file = await context.files.get(found.storageKey);
  if (!file) throw new Error(`The file of lease document ${found.id} is not in the storage`);
  return new Response(createReadableStreamFromReadable(file), {
    headers: {
      "Content-Type": found.mediaType,
      "Content-Length": String(found.bytes),
      "Content-Disposition": attachmentNamed(found.fileName),
      "Cache-Control": "private, no-store, no-transform",
    },
  });
}
