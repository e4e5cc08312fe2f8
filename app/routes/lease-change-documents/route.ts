import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { withUpload } from "#app/http/receive-upload.server.ts";
import { getLeaseLife } from "#db/queries/lease/get-lease-life.ts";
import { getLease } from "#db/queries/rent/get-lease.ts";
import { mostDocumentBytes } from "#domain/document.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { storeLeaseDocument } from "../lease-draft-documents/store-lease-document.server.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "write" }, takes: "document" };

/** Nothing is read here: whoever lands goes to the change. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requireActorWith(request, context, "leases", "write");
  if (!isId(params.id) || !/^\d{1,6}$/.test(params.number ?? "")) throw problem(404);
  return redirect(`/leases/${params.id}/changes/${params.number}`);
}

/** Puts a photo of the inspection, a report or another file on a change, and goes back to it, with what was wrong in the address. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  const { db, files } = context;
  const lease = isId(params.id) ? await getLease(db, actor, params.id) : null;
  const life = lease && (await getLeaseLife(db, actor, lease.id));
  const change = life?.changes.find(({ number }) => String(number) === params.number);
  if (!lease || !change) throw problem(404);
  return withUpload(request, mostDocumentBytes, async (upload) => {
    const place = { db, files, actor, contractId: lease.id, draftId: null, changeId: change.id };
    const stored = await storeLeaseDocument(place, upload, new Date());
    if (!stored.ok && stored.faults === null) throw problem(403);
    const faults = stored.ok ? "" : `?faults=${stored.faults!.join(",")}`;
    return redirect(`/leases/${lease.id}/changes/${change.number}${faults}#files`, 303);
  });
}
