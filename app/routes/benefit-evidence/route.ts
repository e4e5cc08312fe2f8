import { createReadableStreamFromReadable } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { attachmentNamed } from "#app/http/content-disposition.ts";
import { problem } from "#app/http/problem.ts";
import { getBenefitEvidence } from "#db/queries/benefit/list-benefits.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

/** Hands out the file of a line's evidence. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const found = isId(params.evidenceId)
    ? await getBenefitEvidence(context.db, actor, params.evidenceId)
    : null;
  if (!found) throw problem(404);
  const headers = {
    "Content-Type": found.mediaType,
    "Content-Length": String(found.bytes),
    "Content-Disposition": attachmentNamed(found.fileName),
    "Cache-Control": "private, no-store, no-transform",
  };
  if (request.method === "HEAD") return new Response(null, { headers });
  const file = await context.files.get(found.storageKey);
  if (!file) throw new Error(`The file of evidence ${params.evidenceId} is not in the storage`);
  return new Response(createReadableStreamFromReadable(file), { headers });
}
