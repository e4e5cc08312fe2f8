import { json, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { onlySentTo, readBatch } from "#app/http/read-batch.server.ts";
import { addObservations } from "#db/commands/use/add-observations.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { observingKinds } from "#domain/use/observation.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "write" }, takes: "batch" };

/** Observations are only ever sent here; what they come to is asked of /api/v1/use. */
export const loader = onlySentTo;

/**
 * Takes a batch of observations in: `{ source, kind, items: [{ sequence, observedAt, spaceId, persons }] }`. 200 with what
 * was added, was there already, and was refused with its reason; sending the same again adds nothing.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  const own = { kind: z.enum(observingKinds) };
  const batch = await readBatch(request, own, `a source, a kind (${observingKinds.join(", ")})`);
  const taken = await addObservations(context.db, actor, batch, new Date());
  if (!taken.ok)
    throw problem(409, {
      detail: "This source is known to be of another kind. Nothing was taken; use another name.",
    });
  return json(taken.value, { headers: { "Cache-Control": "no-store" } });
}
