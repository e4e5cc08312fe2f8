import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getStanding } from "#db/queries/case/get-standing.ts";
import { listCostBearers } from "#db/queries/work/list-cost-bearers.ts";
import { costShare, serviceOrder } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { splitCost } from "#domain/case/split-cost.ts";
import { measuresOf, type SplitFault, type SplitForm } from "#domain/case/split-form.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { isOpen } from "#domain/order/order-state.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { lockOrder, type LockedOrder } from "./lock-order.ts";

export type SplitRefusal =
  SplitFault | "notFound" | "notAllowed" | "conflict" | "orderClosed" | "priceMissing";

/**
 * Shares the price of an order anew among the landlord and the units of its building: by percent, by the m² each rents or
 * by hours, exactly to the øre. For whoever dispatches it, until the order has ended; the split before is in the record.
 */
export const splitOrderCost = (
  db: Db,
  actor: Actor,
  orderId: Id,
  form: SplitForm,
  now: Date,
): Promise<Result<null, SplitRefusal>> =>
  db.transaction(async (tx) => {
    const locked = await lockOrder(tx, actor.organisationId, orderId);
    const standing = locked && (await getStanding(tx, actor, orderId, now));
    if (!locked || !standing) return refused("notFound");
    if (!standing.standings.includes("dispatcher")) return refused("notAllowed");
    const { order } = locked;
    if (order.version !== form.version) return refused("conflict");
    if (!isOpen(order.state)) return refused("orderClosed");
    const priceOre = order.priceOre ?? (form.price === null ? null : Math.round(form.price * 100));
    if (priceOre === null) return refused("priceMissing");
    const { bearers, recordedHours } = await listCostBearers(tx, actor.organisationId, orderId, dayAt(now));
    const measures = measuresOf(form.basis, bearers, form.values, recordedHours);
    if (typeof measures === "string") return refused(measures);
    const parts = splitCost(form.basis, measures, priceOre);
    const before = await replaceShares(tx, locked, parts);
    await tx
      .update(serviceOrder)
      .set({ priceOre, version: sql`${serviceOrder.version} + 1` })
      .where(eq(serviceOrder.id, orderId));
    await recordChange(tx, actor, {
      ...{ action: "splitCost", entity: "order", entityId: orderId },
      changes: {
        priceOre: { from: order.priceOre, to: priceOre },
        shares: {
          from: before,
          to: parts.map(({ bearer, amountOre }) => ({ unitId: bearer.unitId, amountOre })),
        },
      },
    });
    return done(null);
  });

type Part = ReturnType<typeof splitCost<Exclude<ReturnType<typeof measuresOf>, string>[number]>>[number];

/** Puts the new parts in the place of the old ones, which it returns. */
async function replaceShares(tx: Db, { order }: LockedOrder, parts: readonly Part[]) {
  const before = await tx
    .delete(costShare)
    .where(eq(costShare.orderId, order.id))
    .returning({ unitId: costShare.unitId, amountOre: costShare.amountOre });
  const tenantPays = order.payer === "unit" ? "unit" : "tenant";
  await tx.insert(costShare).values(
    parts.map(({ bearer, basis, value, amountOre }, index) => ({
      ...{ orderId: order.id, line: index + 1, organisationId: order.organisationId },
      ...{ payer: bearer.unitId === null ? ("landlord" as const) : (tenantPays as "unit" | "tenant") },
      ...{ unitId: bearer.unitId, administrationId: bearer.administrationId },
      ...{ basis, basisValue: value, amountOre },
    })),
  );
  return before;
}
