import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { readJsonBody } from "#app/http/read-json-body.ts";
import { addMeterReadings } from "#db/commands/meter/add-meter-readings.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "write" } };

const mostItems = 5_000;

const Batch = z.strictObject({
  source: z.string().trim().min(1).max(200),
  items: z.array(z.unknown()).min(1).max(mostItems),
});

/** Readings are only ever sent here; what they come to is on the pages of meters. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActorWith(request, context, "colocation", "write");
  throw problem(405, { headers: { Allow: "POST" } });
}

/**
 * Takes months of meters in: `{ source, items: [{ meter, month, amount, buildingId?, kind? }] }`. 200 with what was added,
 * corrected, there already, and refused with its reason; the same again changes nothing.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  if (request.method !== "POST") throw problem(405, { headers: { Allow: "POST" } });
  const batch = Batch.safeParse(await readJsonBody(request));
  if (!batch.success)
    throw problem(422, {
      detail: `A batch has a source and 1 to ${mostItems} items. Nothing was taken.`,
      errors: batch.error.issues.map(({ path, message }) => ({ field: path.join("."), message })),
    });
  const taken = await addMeterReadings(context.db, actor, batch.data, new Date());
  if (!taken.ok)
    throw problem(403, { detail: "Readings can reach across the whole portfolio, and your right does not." });
  return json(taken.value, { headers: { "Cache-Control": "no-store" } });
}
