import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Month } from "#domain/trade/month.ts";
import { reachesTrade } from "./trade-scope.ts";

export interface TradeDelivery {
  id: Id;
  deliveredOn: Day;
  quantity: number;
  note: string;
  /** Its month is settled, so it stands. */
  isSettled: boolean;
}

export interface AgreementLine {
  month: Month;
  kind: "service" | "correction";
  quantity: number;
  /** What the seller got and the buyer gave, in øre. */
  amountOre: number;
  /** Why, where it puts an earlier month right. */
  reasons: string;
}

const reached = (actor: Actor, agreementId: Id) => sql`exists (
  select 1 from trade_agreement a join unit su on su.id = a.seller_unit_id join unit bu on bu.id = a.buyer_unit_id
   where a.id = ${agreementId} and ${reachesTrade(actor, sql`su`, sql`bu`, "read")})`;

/** What was delivered of an agreement, the newest first; the last two hundred. */
export async function listDeliveries(db: Db, actor: Actor, agreementId: Id): Promise<TradeDelivery[]> {
  const rows = await db.execute<TradeDelivery & Record<string, unknown>>(sql`
    select d.id, d.delivered_on as "deliveredOn", d.quantity::float8 as quantity, d.note, exists (
             select 1 from trade_settlement t where t.organisation_id = d.organisation_id
                and t.month >= date_trunc('month', d.delivered_on)::date) as "isSettled"
      from trade_delivery d where d.agreement_id = ${agreementId} and ${reached(actor, agreementId)}
     order by d.delivered_on desc, d.id desc limit 200`);
  return [...rows];
}

/** What an agreement came to in each settled month, the newest first; five years of them. */
export async function listAgreementLines(db: Db, actor: Actor, agreementId: Id): Promise<AgreementLine[]> {
  const rows = await db.execute<AgreementLine & Record<string, unknown>>(sql`
    select to_char(t.month, 'YYYY-MM') as month, l.kind, l.quantity::float8 as quantity, l.amount_ore as "amountOre",
           case when l.kind = 'correction' then coalesce((
             select string_agg(c.reason, '; ' order by c.id) from trade_correction c
              where c.agreement_id = l.agreement_id and c.booked_month = t.month), '') else '' end as reasons
      from trade_line l join trade_settlement t on t.id = l.settlement_id
      join trade_agreement g on g.id = l.agreement_id and g.seller_unit_id = l.unit_id
     where l.agreement_id = ${agreementId} and ${reached(actor, agreementId)}
     order by t.month desc, l.kind desc limit 120`);
  return [...rows];
}
