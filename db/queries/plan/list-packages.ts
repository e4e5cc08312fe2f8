import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import type { Grade } from "#domain/backlog/priority-matrix.ts";
import type { Id } from "#domain/id.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import { withinScope } from "../portfolio-filter.ts";
import { visiblePlans } from "./visible-plans.ts";

/** Which part of a plan is shown: a year, or what it leaves out (null); of an administration, or of buildings by name. */
export interface PackageSearch {
  year: number | null;
  administration: string | null;
  q: string;
  building: Id | null;
}

export interface PackageWork {
  id: Id;
  number: string;
  title: string;
  kind: BacklogKind;
  todayOre: number;
  costOre: number;
  condition: Condition;
  consequence: Grade;
  isPinned: boolean;
  isForbidden: boolean;
  /** It came before all ranking: demanded, or dangerous. */
  isDemanded: boolean;
  reason: string | null;
  chosenBy: string | null;
}

/** What a building gets done in a year of a plan; without a rank it is what the plan leaves out there. */
export interface PlanPackage {
  buildingId: Id;
  name: string;
  address: string;
  administration: string | null;
  lon: number | null;
  lat: number | null;
  rank: number | null;
  yield: number | null;
  costOre: number;
  todayOre: number;
  condition: Condition;
  works: PackageWork[];
}

/** Works of a plan in the buildings an actor may see. Aliases: `p` plan, `x` plan_work, `r` portfolio_row_now. */
const found = (actor: Actor, planId: Id, { year, administration, q, building }: PackageSearch): SQL => sql`
  from plan p join plan_work x on x.plan_id = p.id and x.year is not distinct from ${year}::smallint
  join portfolio_row_now r on r.building_id = x.building_id
  left join administration a on a.id = r.main_administration_id
 where p.id = ${planId} and ${visiblePlans(actor)} and ${withinScope(actor, "plans")}
   and (${administration}::text is null or a.code = ${administration})
   and (${building}::uuid is null or x.building_id = ${building}::uuid)
   and r.search_text like '%' || replace(replace(fold_danish(${q}), '%', ''), '_', '') || '%'`;

/** The packages of a year, the most saving first; the total counts all of them, and their works and money. */
export async function listPackages(
  db: Db,
  actor: Actor,
  planId: Id,
  search: PackageSearch,
  cut: { from: number; limit: number },
): Promise<{ items: PlanPackage[]; total: number; works: number; costOre: number }> {
  const rows = await db.execute<
    PlanPackage & { total: number; allWorks: number; allOre: number } & Record<string, unknown>
  >(sql`
    with package as (
      select x.building_id, r.name, r.address, a.code as administration, r.lon, r.lat,
             min(x.package_rank) as rank, max(x.package_yield) as yield, sum(x.cost_ore)::bigint as cost_ore,
             sum(x.today_ore)::bigint as today_ore, max(x.condition)::int as condition, count(*) as works
        ${found(actor, planId, search)}
       group by x.building_id, r.name, r.address, a.code, r.lon, r.lat),
    shown as (
      select *, count(*) over ()::int as total, sum(works) over ()::int as all_works, sum(cost_ore) over ()::bigint as all_ore
        from package order by rank nulls last, cost_ore desc, building_id limit ${cut.limit} offset ${cut.from})
    select s.building_id as "buildingId", s.name, s.address, s.administration, s.lon, s.lat, s.rank, s.yield,
           s.cost_ore as "costOre", s.today_ore as "todayOre", s.condition, s.total, s.all_works as "allWorks",
           s.all_ore as "allOre",
           (select json_agg(json_build_object('id', w.id, 'number', w.number, 'title', w.title, 'kind', w.kind,
                     'todayOre', x.today_ore, 'costOre', x.cost_ore, 'condition', x.condition,
                     'consequence', x.consequence, 'isPinned', x.is_pinned,
                     'isDemanded', p.result -> 'demanded' ? x.work_id::text, 'isForbidden', c.work_id is not null and c.pinned_year is null, 'reason', c.reason,
                     'chosenBy', k.name) order by x.cost_ore desc)
              from plan_work x join plan p on p.id = x.plan_id join work w on w.id = x.work_id
              left join plan_choice c on c.plan_id = x.plan_id and c.work_id = x.work_id
              left join account k on k.id = c.chosen_by
             where x.plan_id = ${planId} and x.building_id = s.building_id
               and x.year is not distinct from ${search.year}::smallint) as works
      from shown s order by s.rank nulls last, s.cost_ore desc, s.building_id`);
  const [first] = rows;
  return {
    items: rows.map(({ total: _, allWorks: __, allOre: ___, ...row }) => row),
    ...{ total: first?.total ?? 0, works: first?.allWorks ?? 0, costOre: first?.allOre ?? 0 },
  };
}

/** A building of a plan's year on the map. */
export interface PlanPoint {
  id: Id;
  name: string;
  lon: number;
  lat: number;
  costOre: number;
  condition: Condition;
  works: number;
}

const mostPoints = 3_000;

/** The buildings of a year of a plan, as many as a map can show, the dearest first. */
export async function listPlanPoints(
  db: Db,
  actor: Actor,
  planId: Id,
  search: PackageSearch,
): Promise<PlanPoint[]> {
  return [
    ...(await db.execute<PlanPoint & Record<string, unknown>>(sql`
      select x.building_id as id, r.name, r.lon, r.lat, sum(x.cost_ore)::bigint as "costOre",
             max(x.condition)::int as condition, count(*)::int as works
        ${found(actor, planId, search)} and r.lon is not null
       group by 1, 2, 3, 4 order by 5 desc, 1 limit ${mostPoints}`)),
  ];
}
