import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { Month } from "#domain/trade/month.ts";
import type { TradeBasis } from "#domain/trade/trade-basis.ts";
import { reachesTrader } from "./trade-scope.ts";

/** One line of a unit's statement. Above zero it is paid to the unit, below by it; øre. */
export interface StatementLine {
  month: Month;
  agreementId: Id;
  counterpartName: string;
  serviceNameDa: string;
  serviceNameEn: string;
  kind: "service" | "correction";
  basis: TradeBasis;
  quantity: number;
  amountOre: number;
}

export interface TradeStatement {
  unitName: string;
  lines: StatementLine[];
}

/** What a unit sold and bought in a year, by month; null where the actor may not know of the unit. */
export async function getTradeStatement(
  db: Db,
  actor: Actor,
  unitId: Id,
  year: number,
): Promise<TradeStatement | null> {
  const [unit] = await db.execute<{ name: string }>(
    sql`select u.name from unit u where u.id = ${unitId} and ${reachesTrader(actor, sql`u`, "read")}`,
  );
  if (!unit) return null;
  const rows = await db.execute<StatementLine & Record<string, unknown>>(sql`
    select to_char(t.month, 'YYYY-MM') as month, l.agreement_id as "agreementId", o.name as "counterpartName",
           s.name_da as "serviceNameDa", s.name_en as "serviceNameEn", l.kind, g.basis, l.quantity::float8 as quantity,
           l.amount_ore as "amountOre"
      from trade_line l join trade_settlement t on t.id = l.settlement_id
      join trade_agreement g on g.id = l.agreement_id
      join unit o on o.id = case when g.seller_unit_id = l.unit_id then g.buyer_unit_id else g.seller_unit_id end
      join service s on s.organisation_id = g.organisation_id and s.code = g.service_code
     where l.unit_id = ${unitId} and t.month >= make_date(${year}, 1, 1) and t.month <= make_date(${year}, 12, 1)
     order by t.month, o.name, l.agreement_id, l.kind desc limit 5000`);
  return { unitName: unit.name, lines: [...rows] };
}
