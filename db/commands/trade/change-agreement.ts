import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { tradeAgreement } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { addDays, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import type { TradeTerms } from "#domain/trade/terms-form.ts";
import { recordChange } from "../record-change.ts";
import { isServiceThere } from "./draft-agreement.ts";
import { isSettledOn, lockAgreement } from "./own-agreement.ts";

/** Changes what a draft says. Whoever changes it says yes for the own side; the other side must say it anew. */
export const changeTerms = (
  db: Db,
  actor: Actor,
  id: Id,
  terms: TradeTerms,
): Promise<Result<Id, "notFound" | "notDraft" | "unknownService" | "monthSettled">> =>
  db.transaction(async (tx) => {
    const agreement = await lockAgreement(tx, actor, id);
    if (!agreement) return refused("notFound");
    if (agreement.state !== "draft") return refused("notDraft");
    if (!(await isServiceThere(tx, actor, terms.serviceCode))) return refused("unknownService");
    if (await isSettledOn(tx, actor, terms.validFrom)) return refused("monthSettled");
    const isPriced = terms.unitPriceOre !== null && terms.quantity !== null;
    const { isSeller, isBuyer } = agreement;
    await tx
      .update(tradeAgreement)
      .set({
        ...terms,
        sellerAgreedBy: isPriced && isSeller && !isBuyer ? actor.accountId : null,
        buyerAgreedBy: isPriced && isBuyer && !isSeller ? actor.accountId : null,
      })
      .where(eq(tradeAgreement.id, id));
    await recordChange(tx, actor, {
      ...{ action: "change", entity: "tradeAgreement", entityId: id },
      changes: {
        unitPriceOre: { from: agreement.unitPriceOre, to: terms.unitPriceOre },
        quantity: { from: agreement.quantity, to: terms.quantity },
        validFrom: { from: agreement.validFrom, to: terms.validFrom },
      },
    });
    return done(id);
  });

/** Takes a draft away, for either side. What was active is ended instead. */
export const dropDraft = (db: Db, actor: Actor, id: Id): Promise<Result<Id, "notFound" | "notDraft">> =>
  db.transaction(async (tx) => {
    const agreement = await lockAgreement(tx, actor, id);
    if (!agreement) return refused("notFound");
    if (agreement.state !== "draft") return refused("notDraft");
    await tx.delete(tradeAgreement).where(eq(tradeAgreement.id, id));
    await recordChange(tx, actor, { action: "delete", entity: "tradeAgreement", entityId: id });
    return done(id);
  });

/** Ends an active agreement after a day. Either side may; a month that is settled stays as it was. */
export const endAgreement = (
  db: Db,
  actor: Actor,
  id: Id,
  lastDay: Day,
): Promise<Result<Id, "notFound" | "notActive" | "beforeItBegan" | "monthSettled">> =>
  db.transaction(async (tx) => {
    const agreement = await lockAgreement(tx, actor, id);
    if (!agreement) return refused("notFound");
    if (agreement.state === "draft") return refused("notActive");
    if (lastDay < agreement.validFrom) return refused("beforeItBegan");
    const validTo = addDays(lastDay, 1);
    // An end on the last day of a settled month takes nothing from it.
    const earliest = agreement.validTo !== null && agreement.validTo < validTo ? agreement.validTo : validTo;
    if (await isSettledOn(tx, actor, earliest)) return refused("monthSettled");
    await tx.update(tradeAgreement).set({ state: "ended", validTo }).where(eq(tradeAgreement.id, id));
    await recordChange(tx, actor, {
      ...{ action: "end", entity: "tradeAgreement", entityId: id },
      changes: { validTo: { from: agreement.validTo, to: validTo } },
    });
    return done(id);
  });
