import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { danishToday } from "#db/danish-today.ts";
import { listSharedBuildings } from "#db/queries/trade/list-shared-buildings.ts";
import { tradeAgreement } from "#db/schema/index.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import type { TradeTerms } from "#domain/trade/terms-form.ts";
import { recordChange } from "../record-change.ts";
import { isSettledOn } from "./own-agreement.ts";

export interface NewAgreement {
  buildingId: Id;
  sellerUnitId: Id;
  buyerUnitId: Id;
  terms: TradeTerms;
}

export type DraftRefusal = "notAllowed" | "sameUnit" | "notShared" | "unknownService" | "monthSettled";

/**
 * Drafts an agreement between two units that share a building. Whoever speaks for a side and names a price has said yes
 * for it; it becomes active when the other side does. Refuses where the actor speaks for neither and keeps no matrix.
 */
export async function draftAgreement(
  db: Db,
  actor: Actor,
  { buildingId, sellerUnitId, buyerUnitId, terms }: NewAgreement,
  now: Date,
): Promise<Result<Id, DraftRefusal>> {
  if (sellerUnitId === buyerUnitId) return refused("sameUnit");
  return db.transaction(async (tx) => {
    const [building] = await listSharedBuildings(tx, actor, { id: buildingId });
    const seller = building?.units.find(({ id }) => id === sellerUnitId);
    const buyer = building?.units.find(({ id }) => id === buyerUnitId);
    if (!seller || !buyer) return refused("notShared");
    if (!seller.isOwn && !buyer.isOwn && !may(actor, "services", "write")) return refused("notAllowed");
    if (!(await isServiceThere(tx, actor, terms.serviceCode))) return refused("unknownService");
    if (await isSettledOn(tx, actor, terms.validFrom)) return refused("monthSettled");
    const isPriced = terms.unitPriceOre !== null && terms.quantity !== null;
    const id = newId();
    await tx.insert(tradeAgreement).values({
      ...{ id, organisationId: actor.organisationId, buildingId, sellerUnitId, buyerUnitId, ...terms },
      ...{ state: "draft", createdAt: now },
      sellerAgreedBy: isPriced && seller.isOwn && !buyer.isOwn ? actor.accountId : null,
      buyerAgreedBy: isPriced && buyer.isOwn && !seller.isOwn ? actor.accountId : null,
    });
    await recordChange(tx, actor, {
      ...{ action: "create", entity: "tradeAgreement", entityId: id },
      changes: {
        seller: { from: null, to: seller.name },
        buyer: { from: null, to: buyer.name },
        unitPriceOre: { from: null, to: terms.unitPriceOre },
        quantity: { from: null, to: terms.quantity },
      },
    });
    return done(id);
  });
}

/** Whether a service can be ordered today. */
export async function isServiceThere(tx: Db, actor: Actor, code: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    select 1 from service where organisation_id = ${actor.organisationId} and code = ${code}
       and (withdrawn_on is null or withdrawn_on > ${danishToday})`);
  return rows.length > 0;
}
