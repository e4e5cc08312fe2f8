import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { mayReachBuilding } from "#db/queries/building/reaches-building.ts";
import { listSharers } from "#db/queries/shared-cost/list-sharers.ts";
import { sharedCost, sharedCostPart } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { mayCharge } from "#domain/charge/charge-rights.ts";
import { addDays, dayAt, type Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { ownPart, splitSharedCost, type SharedCostForm } from "#domain/rent/shared-cost.ts";
import { done } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

export type EnterSharedCostAnswer =
  | { ok: true; value: { id: Id } }
  | {
      ok: false;
      refusal:
        "notAllowed" | "notFound" | "nobodyShares" | "sharesDoNotSum" | "weightWrong" | "enteredBefore";
      /** Of what was entered before: its first and last day. */
      days?: [Day, Day];
    };

/** Lays a cost on those who share it, line by line; the split is kept as it was laid. `typed` holds what each weighs. */
export const enterSharedCost = (
  db: Db,
  actor: Actor,
  buildingId: Id,
  form: SharedCostForm,
  typed: Pick<URLSearchParams, "get">,
  now: Date,
): Promise<EnterSharedCostAnswer> =>
  db.transaction(async (tx): Promise<EnterSharedCostAnswer> => {
    if (!mayCharge(actor)) return { ok: false, refusal: "notAllowed" };
    if (!(await mayReachBuilding(tx, actor, buildingId, "read", dayAt(now))))
      return { ok: false, refusal: "notFound" };
    const { organisationId, accountId } = actor;
    // Two who enter the same at once come one after the other, and the later is told.
    await tx.execute(sql`select 1 from building where id = ${buildingId} for update`);
    const [before] = await tx.execute<{ from: Day; to: Day }>(sql`
      select period_from::text as from, period_to::text as to from shared_cost
       where building_id = ${buildingId} and lower(name) = lower(${form.name}) and withdrawn_at is null
         and daterange(period_from, period_to) && daterange(${form.from}::date, ${form.to}::date) order by 1 limit 1`);
    if (before) return { ok: false, refusal: "enteredBefore", days: [before.from, addDays(before.to, -1)] };
    const split = splitSharedCost(form, await listSharers(tx, organisationId, buildingId, form), typed);
    if (!split.ok) return { ok: false, refusal: split.refusal };
    const id = newId();
    const { name, line, key, from, to, amountOre, source } = form;
    await tx.insert(sharedCost).values({
      ...{ id, organisationId, buildingId, name, line, key, periodFrom: from, periodTo: to },
      ...{ amountOre, source, enteredBy: accountId, enteredAt: now },
    });
    await tx.insert(sharedCostPart).values(
      split.value.map((part) => ({
        ...{ id: newId(), organisationId, costId: id, weight: part.weight, amountOre: part.amountOre },
        contractId: part.id === ownPart ? null : part.id,
      })),
    );
    await recordChange(tx, actor, {
      ...{ action: "enter", entity: "sharedCost", entityId: id },
      changes: {
        name: { from: null, to: name },
        amountOre: { from: null, to: amountOre },
        key: { from: null, to: key },
      },
    });
    return done({ id });
  });
