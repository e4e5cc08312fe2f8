import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import type { Id } from "#domain/id.ts";
import { withinScope } from "../portfolio-filter.ts";
import { uuidArray } from "../../sql-arrays.ts";
import { visiblePlans } from "./visible-plans.ts";

/** A work of a plan with its building, for files and machines. */
export interface ListedWork {
  id: Id;
  number: string;
  title: string;
  kind: BacklogKind;
  buildingId: Id;
  building: string;
  address: string;
  administration: string | null;
  year: number | null;
  todayOre: number;
  costOre: number;
  condition: number;
  consequence: number;
  packageRank: number | null;
  isPinned: boolean;
}

const mostWorks = 50_000;

/** All works of a plan in the buildings an actor may see, by year and package; what the plan leaves out comes last. */
export async function listPlanWorks(db: Db, actor: Actor, planId: Id): Promise<ListedWork[]> {
  return [
    ...(await db.execute<ListedWork & Record<string, unknown>>(sql`
      select w.id, w.number, w.title, w.kind, x.building_id as "buildingId", r.name as building, r.address,
             a.code as administration, x.year, x.today_ore as "todayOre", x.cost_ore as "costOre", x.condition,
             x.consequence, x.package_rank as "packageRank", x.is_pinned as "isPinned"
        from plan p join plan_work x on x.plan_id = p.id join work w on w.id = x.work_id
        join portfolio_row_now r on r.building_id = x.building_id
        left join administration a on a.id = r.main_administration_id
       where p.id = ${planId} and ${visiblePlans(actor)} and ${withinScope(actor, "plans")}
       order by x.year nulls last, x.package_rank, w.number limit ${mostWorks}`)),
  ];
}

/** A work that lies in another year in one plan than in another. Years by plan, in the order asked; null is left out. */
export interface MovedWork {
  id: Id;
  number: string;
  title: string;
  building: string;
  buildingId: Id;
  todayOre: number;
  years: (number | null)[];
}

/** Works that plans place differently, the dearest first; the total counts all. A work that a plan does not know is left out there. */
export async function listMovedWorks(
  db: Db,
  actor: Actor,
  planIds: readonly Id[],
  limit: number,
): Promise<{ items: MovedWork[]; total: number }> {
  const rows = await db.execute<
    MovedWork & { total: number; years: (number | null)[] } & Record<string, unknown>
  >(sql`
    with asked as (select id, at from unnest(${uuidArray(planIds)}) with ordinality as u (id, at)
                    join plan p using (id) where ${visiblePlans(actor)}),
    placed as (
      select x.work_id, x.building_id, max(x.today_ore) as today_ore,
             array(select y.year from asked k left join plan_work y on y.plan_id = k.id and y.work_id = x.work_id
                    order by k.at) as years
        from plan_work x where x.plan_id in (select id from asked)
       group by x.work_id, x.building_id
      having count(distinct coalesce(x.year, 0)) > 1 or count(*) < (select count(*) from asked))
    select w.id, w.number, w.title, r.name as building, l.building_id as "buildingId",
           l.today_ore::bigint as "todayOre", to_json(l.years) as years, count(*) over ()::int as total
      from placed l join work w on w.id = l.work_id join portfolio_row_now r on r.building_id = l.building_id
     where ${withinScope(actor, "plans")} and (select count(distinct coalesce(v, 0)) from unnest(l.years) v) > 1
     order by l.today_ore desc, w.number limit ${limit}`);
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
