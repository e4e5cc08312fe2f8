import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { withUpload } from "#app/http/receive-upload.server.ts";
import { getDraft } from "#db/queries/lease/get-draft.ts";
import { mostDocumentBytes } from "#domain/document.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { storeLeaseDocument } from "./store-lease-document.server.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "write" }, takes: "document" };

/** Nothing is read here: whoever lands goes to the draft's documents. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireActorWith(request, context, "leases", "write");
  if (!isId(params.id)) throw problem(404);
  return redirect(`/leases/drafts/${params.id}?step=documents`);
}

/** Puts a file on a draft, and goes back to its documents, with what was wrong in the address. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const draft = isId(params.id) ? await getDraft(context.db, actor, params.id) : null;
  if (!draft) throw problem(404);
  const { db, files } = context;
  return withUpload(request, mostDocumentBytes, async (upload) => {
    const place = { db, files, actor, contractId: draft.contractId, draftId: draft.id };
    const stored = await storeLeaseDocument(place, upload, new Date());
    if (!stored.ok && stored.faults === null) throw problem(403);
    const faults = stored.ok ? "" : `&faults=${stored.faults!.join(",")}`;
    return redirect(`/leases/drafts/${draft.id}?step=documents${faults}`, 303);
  });
}
