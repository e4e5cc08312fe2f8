import { json, type ActionFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { onlySentTo, readBatch } from "#app/http/read-batch.server.ts";
import { addMeterReadings } from "#db/commands/meter/add-meter-readings.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "write" }, takes: "batch" };

/** Readings are only ever sent here; what they come to is on the pages of meters. */
export const loader = onlySentTo;

/**
 * Takes months of meters in: `{ source, items: [{ meter, month, amount, buildingId?, kind? }] }`. 200 with what was added,
 * corrected, there already, and refused with its reason; the same again changes nothing.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  const batch = await readBatch(request, {}, "a source");
  const taken = await addMeterReadings(context.db, actor, batch, new Date());
  if (!taken.ok)
    throw problem(403, { detail: "Readings can reach across the whole portfolio, and your right does not." });
  return json(taken.value, { headers: { "Cache-Control": "no-store" } });
}
