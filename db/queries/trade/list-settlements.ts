import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { firstDayOf, type Month } from "#domain/trade/month.ts";
import type { TradeLine } from "#domain/trade/settlement.ts";

/** A month that is settled: when, by whom, how many agreements, and what changed hands (øre, the sellers' side). */
export interface SettledMonth {
  month: Month;
  settledAt: string;
  settledByName: string | null;
  agreements: number;
  turnoverOre: number;
}

/** The settled months, the newest first; at most five years of them. For whoever settles: the caller checks the right. */
export async function listSettledMonths(db: Db, actor: Actor): Promise<SettledMonth[]> {
  const rows = await db.execute<SettledMonth & Record<string, unknown>>(sql`
    select to_char(t.month, 'YYYY-MM') as month, t.settled_at as "settledAt", a.name as "settledByName",
           count(distinct l.agreement_id)::int as agreements,
           coalesce(sum(l.amount_ore) filter (where l.unit_id = g.seller_unit_id), 0)::bigint as "turnoverOre"
      from trade_settlement t left join account a on a.id = t.settled_by
      left join trade_line l on l.settlement_id = t.id left join trade_agreement g on g.id = l.agreement_id
     where t.organisation_id = ${actor.organisationId}
     group by t.id, a.name order by t.month desc limit 60`);
  return rows.map((row) => ({ ...row, turnoverOre: Number(row.turnoverOre) }));
}

/** The lines of a settled month as they stand, or null where it is not settled. */
export async function getSettledLines(db: Db, organisationId: Id, month: Month): Promise<TradeLine[] | null> {
  const [settled] = await db.execute<{ id: Id }>(sql`
    select id from trade_settlement where organisation_id = ${organisationId} and month = ${firstDayOf(month)}::date`);
  if (!settled) return null;
  const rows = await db.execute<TradeLine & Record<string, unknown>>(sql`
    select agreement_id as "agreementId", unit_id as "unitId", kind, quantity::float8 as quantity, amount_ore as "amountOre"
      from trade_line where settlement_id = ${settled.id} order by agreement_id, kind desc, amount_ore desc, unit_id`);
  return [...rows];
}

/** The newest settled month, or null where none is. */
export async function lastSettledMonth(db: Db, organisationId: Id): Promise<Month | null> {
  const [row] = await db.execute<{ month: Month | null }>(sql`
    select to_char(max(month), 'YYYY-MM') as month from trade_settlement where organisation_id = ${organisationId}`);
  return row?.month ?? null;
}
