import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { tradeAgreement } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { isSettledOn, lockAgreement } from "./own-agreement.ts";

/** The terms as they were shown to whoever says yes to them. */
export interface SeenTerms {
  quantity: number | null;
  unitPriceOre: number | null;
  validFrom: string;
}

export type AgreeRefusal =
  "notFound" | "notDraft" | "notASide" | "unpriced" | "termsChanged" | "monthSettled";

/**
 * Says yes for the sides that the actor speaks for. When both have, the agreement is active: never without a price and a
 * quantity, never on other terms than those that were shown. Answers whether it is.
 */
export const agreeToTrade = (
  db: Db,
  actor: Actor,
  id: Id,
  seen: SeenTerms,
): Promise<Result<"active" | "waiting", AgreeRefusal>> =>
  db.transaction(async (tx) => {
    const agreement = await lockAgreement(tx, actor, id);
    if (!agreement) return refused("notFound");
    const { isSeller, isBuyer } = agreement;
    if (!isSeller && !isBuyer) return refused("notASide");
    if (agreement.state !== "draft") return refused("notDraft");
    if (agreement.unitPriceOre === null || agreement.quantity === null) return refused("unpriced");
    const isSame =
      seen.quantity === agreement.quantity &&
      seen.unitPriceOre === agreement.unitPriceOre &&
      seen.validFrom === agreement.validFrom;
    if (!isSame) return refused("termsChanged");
    if (await isSettledOn(tx, actor, agreement.validFrom)) return refused("monthSettled");
    const isActive = (isSeller || agreement.hasSellerAgreed) && (isBuyer || agreement.hasBuyerAgreed);
    const { accountId } = actor;
    await tx
      .update(tradeAgreement)
      .set({
        ...(isSeller && { sellerAgreedBy: accountId }),
        ...(isBuyer && { buyerAgreedBy: accountId }),
        ...(isActive && { state: "active" as const }),
      })
      .where(eq(tradeAgreement.id, id));
    await recordChange(tx, actor, {
      ...{ action: "agree", entity: "tradeAgreement", entityId: id },
      changes: { state: { from: "draft", to: isActive ? "active" : "draft" } },
    });
    return done(isActive ? "active" : "waiting");
  });
