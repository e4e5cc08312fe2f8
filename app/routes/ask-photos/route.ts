import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { withForm } from "#app/http/receive-upload.server.ts";
import { keepDraftPhotos } from "#app/server/photos/keep-draft-photos.server.ts";
import { limitRate } from "#db/commands/limit-rate.ts";
import { mostCasePhotos, mostPhotoBytes } from "#domain/case/photo-type.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "cases", right: "write" }, takes: "photo" };

const rate = { limit: 150, windowSeconds: 3_600 };

/** Takes photos for a case that is not sent yet, usually one at a time: `{ photos: [{ id }], faults: [{ name, fault }] }`. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const now = new Date();
  const verdict = await limitRate(context.db, `photos:${actor.accountId}`, rate, now);
  if (!verdict.isAllowed)
    throw problem(429, { headers: { "Retry-After": String(verdict.retryAfterSeconds) } });
  const owner = { organisationId: actor.organisationId, sender: `account:${actor.accountId}` };
  const limits = { mostFileBytes: mostPhotoBytes, mostFiles: mostCasePhotos, mostFieldBytes: 1024 };
  return withForm(request, limits, async (form) => {
    const kept = await keepDraftPhotos(context, owner, form, now);
    return json(kept, { status: kept.photos.length > 0 || kept.faults.length === 0 ? 200 : 422 });
  });
}

/** There is nothing to see at this address: what it does is asked for on the page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActorWith(request, context, "cases", "write");
  return redirect("/ask");
}
