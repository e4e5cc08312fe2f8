import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import type { Grade } from "#domain/backlog/priority-matrix.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import type { Id } from "#domain/id.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { backlogParts } from "./backlog-parts.ts";
import { stale } from "./backlog-sums.ts";
import { keptBlocks, type Kept } from "./find-kept.ts";

/** What is alike in condition and consequence: how many elements and works, what they cost, and how many bypass ranking. */
export interface RiskCell {
  condition: Condition;
  consequence: Grade;
  elements: number;
  works: number;
  amountOre: number;
  bypassing: number;
}

/** Backlog kinds proper: what is past its target, and so what risk and waiting are reckoned of. */
export const deferredKinds: readonly BacklogKind[] = ["exterior", "interior"];

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
    ${cellsOf(stale(actor, search, null), search, kinds, work)} order by 1, 2`);
  return [...rows];
}

/** The cells of exterior and interior backlog, from what is kept where blocks are taken whole. */
export async function sumKeptCells(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  kept: Kept | null,
): Promise<RiskCell[]> {
  if (!kept?.byBlock) return sumRiskCells(db, actor, search, deferredKinds);
  const rows = await db.execute<RiskCell & Record<string, unknown>>(sql`
    select x.condition, x.consequence, sum(x.elements)::int as elements, sum(x.works)::int as works,
           sum(x."amountOre")::float8 as "amountOre", sum(x.bypassing)::int as bypassing
      from (${cellsOf(stale(actor, search, kept), search, deferredKinds, null)} union all
        select c.condition, c.consequence, c.elements, c.works, c.amount_ore, c.bypassing
          from ${keptBlocks(actor, search, kept)} b join backlog_block_cell c on c.block_id = b.id) x
     group by 1, 2 order by 1, 2`);
  return [...rows];
}

const cellsOf = (
  found: SQL,
  { on }: PortfolioSearch,
  kinds: readonly BacklogKind[],
  work: Id | null,
): SQL => sql`
  select p.condition, p.consequence, count(distinct p.element_id)::int as elements,
         count(distinct p.work_id)::int as works, sum(p.amount_ore)::float8 as "amountOre",
         count(distinct p.element_id) filter (where p.is_bypassing)::int as bypassing
    from ${backlogParts(found, on)} p
   where p.line_id is not null and p.kind = any (${sql.param([...kinds])}::text[])
     and ${work ? sql`p.work_id = ${work}` : sql`true`}
   group by 1, 2`;
