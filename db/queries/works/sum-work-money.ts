import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { workCosts, workVisibleTo, workYear } from "./visible-works.ts";

/** A year's works: what was planned, agreed and paid. Money in øre; a planned work without a budget counts its lines. */
export interface YearMoney {
  /** Null for works that nobody has given a year. */
  year: number | null;
  works: number;
  done: number;
  plannedOre: number;
  contractOre: number;
  /** Works whose contract is known, and those of them that are paid: what is unknown is not nothing. */
  contracts: number;
  paid: number;
  actualOre: number;
  /** Paid beyond what was planned, of the works that are done; less where negative. */
  overrunOre: number;
}

/** What was planned against what was agreed and paid, by year, of works that are planned, ordered or done. */
export async function sumWorkMoney(db: Db, actor: Actor, today: Day): Promise<YearMoney[]> {
  const rows = await db.execute<YearMoney & Record<string, unknown>>(sql`
    with held as (
      select ${workYear(sql`w`)} as year, w.state, w.contract_ore, w.actual_ore,
             coalesce(w.budget_ore, c.ore, 0) as planned_ore
        from work w left join ${workCosts(actor, today)} c on c.work_id = w.id
       where ${workVisibleTo(actor, sql`w`, today)}
         and (w.state in ('ordered', 'done') or (w.state in ('proposed', 'planned') and ${workYear(sql`w`)} is not null))
    )
    select year, count(*)::int as works, (count(*) filter (where state = 'done'))::int as done,
           sum(planned_ore)::bigint as "plannedOre", coalesce(sum(contract_ore), 0)::bigint as "contractOre",
           count(contract_ore)::int as contracts, count(actual_ore)::int as paid,
           coalesce(sum(actual_ore), 0)::bigint as "actualOre",
           coalesce(sum(actual_ore - planned_ore) filter (where state = 'done'), 0)::bigint as "overrunOre"
      from held group by year order by year nulls last`);
  return [...rows];
}
