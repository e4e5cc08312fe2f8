import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import type { Day } from "#domain/day-count.ts";
import type { Id } from "#domain/id.ts";
import type { PlanStateName } from "#domain/plan/plan-state.ts";
import { visiblePlans } from "./visible-plans.ts";

/** A plan in a list of plans. Money in øre. */
export interface ListedPlan {
  id: Id;
  name: string;
  purpose: string | null;
  state: PlanStateName;
  firstYear: number;
  yearCount: number;
  kinds: BacklogKind[];
  reckonedOn: Day | null;
  budgetOre: number;
  backlogOre: number | null;
  copiedFrom: string | null;
  madeBy: string;
  createdAt: Date;
}

const mostPlans = 200;

/** The plans an actor may read, the one in force first, then the newest. */
export async function listPlans(db: Db, actor: Actor): Promise<ListedPlan[]> {
  return [
    ...(await db.execute<ListedPlan & Record<string, unknown>>(sql`
      select p.id, p.name, p.purpose, p.state, p.first_year as "firstYear", p.year_count as "yearCount", p.kinds,
             p.reckoned_on as "reckonedOn", a.name as "madeBy", p.created_at as "createdAt", f.name as "copiedFrom",
             (select sum(y.budget_ore) from plan_year y where y.plan_id = p.id)::bigint as "budgetOre",
             (p.result -> 'years' -> -1 -> 'end' ->> 'backlogOre')::bigint as "backlogOre"
        from plan p join account a on a.id = p.created_by left join plan f on f.id = p.copied_from_id
       where ${visiblePlans(actor)}
       order by p.state = 'published' desc, p.state = 'withdrawn', p.created_at desc, p.id desc limit ${mostPlans}`)),
  ];
}
