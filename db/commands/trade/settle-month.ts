import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getSettledLines } from "#db/queries/trade/list-settlements.ts";
import { getSettlementFacts } from "#db/queries/trade/settlement-facts.ts";
import { tradeLine, tradeSettlement } from "#db/schema/index.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { newId } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { firstDayOf, monthOf, type Month } from "#domain/trade/month.ts";
import { settlementLines, type TradeLine } from "#domain/trade/settlement.ts";
import { recordChange } from "../record-change.ts";
import { holdTrade } from "./own-agreement.ts";

export interface SettledNow {
  lines: TradeLine[];
  /** The month was settled before; the lines are those of then. */
  isRepeated: boolean;
}

/**
 * Settles a month that is over: all its lines, or none of them where something breaks off, so that it can be asked for
 * again. A month is settled once; asked again, it answers what stands. What was wrong is put right in a later month.
 */
export const settleMonth = (
  db: Db,
  actor: Actor,
  month: Month,
  now: Date,
): Promise<Result<SettledNow, "notAllowed" | "notOver" | "laterIsSettled">> =>
  db.transaction(async (tx) => {
    const { organisationId } = actor;
    if (!may(actor, "services", "write")) return refused("notAllowed");
    if (month >= monthOf(dayAt(now))) return refused("notOver");
    await holdTrade(tx, actor);
    const before = await getSettledLines(tx, organisationId, month);
    if (before) return done({ lines: before, isRepeated: true });
    const [later] = await tx.execute(sql`select 1 from trade_settlement
      where organisation_id = ${organisationId} and month > ${firstDayOf(month)}::date`);
    if (later) return refused("laterIsSettled");
    const id = newId();
    const settlement = { id, organisationId, month: firstDayOf(month), settledAt: now };
    const added = await tx
      .insert(tradeSettlement)
      .values({ ...settlement, settledBy: actor.accountId })
      .onConflictDoNothing()
      .returning({ id: tradeSettlement.id });
    if (added.length === 0)
      return done({ lines: (await getSettledLines(tx, organisationId, month)) ?? [], isRepeated: true });
    const facts = await getSettlementFacts(tx, organisationId, month);
    const lines = settlementLines(month, facts.agreements, facts.deliveries, facts.corrections);
    for (let at = 0; at < lines.length; at += 1000)
      await tx
        .insert(tradeLine)
        .values(lines.slice(at, at + 1000).map((line) => ({ ...line, settlementId: id, organisationId })));
    await recordChange(tx, actor, {
      ...{ action: "settle", entity: "tradeSettlement", entityId: id },
      changes: { month: { from: null, to: month }, lines: { from: null, to: lines.length } },
    });
    return done({ lines, isRepeated: false });
  });
