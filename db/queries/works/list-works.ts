import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import { openWorkStates, type WorksSearch, type WorkState } from "#domain/works/works-search.ts";
import { workCosts, workVisibleTo, workYear } from "./visible-works.ts";

/** A work as a line of a list. Money in øre; `costOre` is what its lines of today's backlog come to. */
export interface WorkRow {
  id: Id;
  number: string;
  title: string;
  buildingId: Id;
  buildingName: string;
  kind: BacklogKind;
  state: WorkState;
  year: number | null;
  condition: Condition | null;
  costOre: number;
  budgetOre: number | null;
  contractOre: number | null;
  actualOre: number | null;
}

/** Of all that a search finds, not of the page. */
export interface WorkTotals {
  count: number;
  costOre: number;
  budgetOre: number;
  contractOre: number;
  actualOre: number;
}

const like = (word: string): SQL =>
  sql`'%' || replace(replace(fold_danish(${word}), '%', ''), '_', '') || '%'`;

function found(actor: Actor, search: WorksSearch, today: Day): SQL {
  const { state, kind, year, building, administration, q } = search;
  const conditions = [workVisibleTo(actor, sql`w`, today)];
  if (state === "open") conditions.push(sql`w.state = any (${sql.param([...openWorkStates])}::text[])`);
  else if (state) conditions.push(sql`w.state = ${state}`);
  if (kind) conditions.push(sql`w.kind = ${kind}`);
  if (year !== null) conditions.push(sql`${workYear(sql`w`)} = ${year}`);
  if (building) conditions.push(sql`w.building_id = ${building}`);
  if (administration)
    conditions.push(sql`exists (
      select 1 from portfolio_row r join administration a on a.id = r.main_administration_id
       where r.building_id = w.building_id and r.valid_from <= ${today}::date and r.valid_to > ${today}::date
         and a.code = ${administration})`);
  for (const word of q.split(/\s+/).filter(Boolean).slice(0, 8))
    conditions.push(
      sql`(fold_danish(w.number) like ${like(word)} or fold_danish(w.title) like ${like(word)} or fold_danish(b.name) like ${like(word)})`,
    );
  return sql.join(conditions, sql` and `);
}

/** The works that an actor sees and a search finds, the dearest first, a part at a time; the totals are of all of them. */
export async function listWorks(
  db: Db,
  actor: Actor,
  search: WorksSearch,
  cut: { from: number; limit: number },
  today: Day,
): Promise<{ items: WorkRow[]; totals: WorkTotals }> {
  const rows = await db.execute<{ items: WorkRow[]; totals: WorkTotals } & Record<string, unknown>>(sql`
    with matching as materialized (
      select w.id, w.number, w.title, w.building_id as "buildingId", b.name as "buildingName", w.kind, w.state,
             ${workYear(sql`w`)} as year, c.condition, coalesce(c.ore, 0) as "costOre", w.budget_ore as "budgetOre",
             w.contract_ore as "contractOre", w.actual_ore as "actualOre"
        from work w join building b on b.id = w.building_id left join ${workCosts(actor, today)} c on c.work_id = w.id
       where ${found(actor, search, today)}
    )
    select (select coalesce(json_agg(p), '[]') from (
              select * from matching order by "costOre" desc, number offset ${cut.from} limit ${cut.limit}) p) as items,
           (select json_build_object('count', count(*), 'costOre', coalesce(sum("costOre"), 0),
                     'budgetOre', coalesce(sum("budgetOre"), 0), 'contractOre', coalesce(sum("contractOre"), 0),
                     'actualOre', coalesce(sum("actualOre"), 0)) from matching) as totals`);
  return rows[0]!;
}
