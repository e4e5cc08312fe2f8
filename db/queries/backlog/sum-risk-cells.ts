import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import type { Grade } from "#domain/backlog/priority-matrix.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import type { Id } from "#domain/id.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { backlogBuildings, backlogParts } from "./backlog-parts.ts";

/** What is alike in condition and consequence: how many elements and works, what they cost, and how many bypass ranking. */
export interface RiskCell {
  condition: Condition;
  consequence: Grade;
  elements: number;
  works: number;
  amountOre: number;
  bypassing: number;
}

/**
 * The lines of some kinds of backlog by condition and consequence. An element's consequence is its greatest, or what its
 * work was raised to. What no line opens has neither and is in no cell. `work` narrows to the lines of one.
 */
export async function sumRiskCells(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  kinds: readonly BacklogKind[],
  work: Id | null = null,
): Promise<RiskCell[]> {
  const rows = await db.execute<RiskCell & Record<string, unknown>>(sql`
    with found as materialized ${backlogBuildings(actor, search)}
    select p.condition, p.consequence, count(distinct p.element_id)::int as elements,
           count(distinct p.work_id)::int as works, sum(p.amount_ore)::float8 as "amountOre",
           count(distinct p.element_id) filter (where p.is_bypassing)::int as bypassing
      from ${backlogParts(sql`found`, search)} p
     where p.line_id is not null and p.kind = any (${sql.param([...kinds])}::text[])
       and ${work ? sql`p.work_id = ${work}` : sql`true`}
     group by 1, 2 order by 1, 2`);
  return [...rows];
}
