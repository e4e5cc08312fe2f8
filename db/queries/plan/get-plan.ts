import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { PlanBasis } from "#db/commands/plan/keep-reckoning.ts";
import type { Actor } from "#domain/actor.ts";
import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import type { Day } from "#domain/day-count.ts";
import type { Id } from "#domain/id.ts";
import type { PlanYear } from "#domain/plan/plan-problem.ts";
import type { PlanResult } from "#domain/plan/plan-question.ts";
import type { PlanStateName } from "#domain/plan/plan-state.ts";
import { visiblePlans } from "./visible-plans.ts";

export type ShownResult = Omit<PlanResult, "demanded">;

/** A plan with its money and what it comes to; its works are listed apart. Not reckoned yet: no day, perhaps older figures. */
export interface Plan {
  id: Id;
  name: string;
  purpose: string | null;
  state: PlanStateName;
  firstYear: number;
  yearCount: number;
  kinds: BacklogKind[];
  method: "package" | "priced" | "solver";
  version: number;
  reckonedOn: Day | null;
  basis: PlanBasis | null;
  /** Without the list of what was demanded, which is told work by work. */
  result: ShownResult | null;
  totalOre: number | null;
  boundOre: number | null;
  copiedFromId: Id | null;
  copiedFrom: string | null;
  madeBy: string;
  approvedBy: string | null;
  years: (PlanYear & { year: number })[];
  run: PlanRun | null;
}

/** The latest search for something better. */
export interface PlanRun {
  id: Id;
  state: "running" | "done" | "cancelled" | "failed";
  secondsAtMost: number;
  seconds: number | null;
  bestOre: number | null;
  boundOre: number | null;
  isCancelling: boolean;
}

/** A plan that the actor may read, or null. */
export async function getPlan(db: Db, actor: Actor, id: Id): Promise<Plan | null> {
  const [plan] = await db.execute<Plan & Record<string, unknown>>(sql`
    select p.id, p.name, p.purpose, p.state, p.first_year as "firstYear", p.year_count as "yearCount", p.kinds, p.method,
           p.version, p.reckoned_on as "reckonedOn", p.basis, p.result - 'demanded' as result, p.total_ore as "totalOre",
           p.bound_ore as "boundOre", f.id as "copiedFromId", f.name as "copiedFrom", a.name as "madeBy",
           b.name as "approvedBy",
           (select json_agg(json_build_object('year', y.year, 'budgetOre', y.budget_ore, 'earmarksOre', coalesce(
                     (select json_object_agg(e.earmark, e.amount_ore) from plan_earmark e
                       where e.plan_id = y.plan_id and e.year = y.year), '{}'::json)) order by y.year)
              from plan_year y where y.plan_id = p.id) as years,
           (select json_build_object('id', r.id, 'state', r.state, 'secondsAtMost', r.seconds_at_most,
                     'seconds', greatest((r.progress ->> 'seconds')::float8, extract(epoch from r.seen_at - r.started_at)::float8), 'bestOre', r.best_ore, 'boundOre', r.bound_ore,
                     'isCancelling', r.cancel_requested_at is not null)
              from plan_run r where r.plan_id = p.id order by r.started_at desc, r.id desc limit 1) as run
      from plan p join account a on a.id = p.created_by left join account b on b.id = p.approved_by
      left join plan f on f.id = p.copied_from_id
     where p.id = ${id} and ${visiblePlans(actor)}`);
  return plan ?? null;
}
