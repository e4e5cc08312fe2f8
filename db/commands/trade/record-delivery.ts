import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { tradeDelivery } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { countsDeliveries } from "#domain/trade/trade-basis.ts";
import { recordChange } from "../record-change.ts";
import { isSettledOn, lockAgreement } from "./own-agreement.ts";

export interface NewDelivery {
  agreementId: Id;
  deliveredOn: Day;
  quantity: number;
  note: string;
}

export type DeliveryRefusal = "notFound" | "notCounted" | "outsidePeriod" | "inTheFuture" | "monthSettled";

/** Writes down what was delivered on a day, where the agreement counts pieces or hours and the month is not settled. */
export const recordDelivery = (
  db: Db,
  actor: Actor,
  delivery: NewDelivery,
  today: Day,
): Promise<Result<Id, DeliveryRefusal>> =>
  db.transaction(async (tx) => {
    const agreement = await lockAgreement(tx, actor, delivery.agreementId);
    if (!agreement) return refused("notFound");
    if (agreement.state === "draft" || !countsDeliveries(agreement.basis)) return refused("notCounted");
    const { deliveredOn } = delivery;
    const isInside =
      deliveredOn >= agreement.validFrom && (agreement.validTo === null || deliveredOn < agreement.validTo);
    if (!isInside) return refused("outsidePeriod");
    if (deliveredOn > today) return refused("inTheFuture");
    if (await isSettledOn(tx, actor, deliveredOn)) return refused("monthSettled");
    const id = newId();
    const { organisationId, accountId } = actor;
    await tx.insert(tradeDelivery).values({ ...delivery, id, organisationId, recordedBy: accountId });
    await recordChange(tx, actor, {
      ...{ action: "create", entity: "tradeDelivery", entityId: id },
      changes: { quantity: { from: null, to: delivery.quantity }, on: { from: null, to: deliveredOn } },
    });
    return done(id);
  });

/** Takes a delivery back that was written down by mistake, while its month is not settled. */
export const removeDelivery = (
  db: Db,
  actor: Actor,
  agreementId: Id,
  id: Id,
): Promise<Result<Id, "notFound" | "monthSettled">> =>
  db.transaction(async (tx) => {
    const agreement = await lockAgreement(tx, actor, agreementId);
    const own = and(eq(tradeDelivery.id, id), eq(tradeDelivery.agreementId, agreementId));
    const [delivery] = agreement ? await tx.select().from(tradeDelivery).where(own) : [];
    if (!delivery) return refused("notFound");
    if (await isSettledOn(tx, actor, delivery.deliveredOn)) return refused("monthSettled");
    await tx.delete(tradeDelivery).where(own);
    await recordChange(tx, actor, {
      ...{ action: "delete", entity: "tradeDelivery", entityId: id },
      changes: { quantity: { from: delivery.quantity, to: null } },
    });
    return done(id);
  });
