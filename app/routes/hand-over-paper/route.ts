import { createReadableStreamFromReadable } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { attachmentNamed } from "#app/http/content-disposition.ts";
import { problem } from "#app/http/problem.ts";
import { getHandOverDocument } from "#db/queries/hand-over/list-hand-overs.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

/** Hands out the file of a hand-over's document to either side of it. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const found = isId(params.paperId) ? await getHandOverDocument(context.db, actor, params.paperId) : null;
  if (!found) throw problem(404);
  const headers = {
    "Content-Type": found.mediaType,
    "Content-Length": String(found.bytes),
    "Content-Disposition": attachmentNamed(found.fileName),
    "Cache-Control": "private, no-store, no-transform",
  };
  if (request.method === "HEAD") return new Response(null, { headers });
  const file = await context.files.get(found.storageKey);
  if (!file) throw new Error(`The file of hand-over document ${params.paperId} is not in the storage`);
  return new Response(createReadableStreamFromReadable(file), { headers });
}
