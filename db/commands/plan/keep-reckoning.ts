import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { PlanQuestion, ReckonedPlan } from "#domain/plan/plan-question.ts";

/** What a reckoning was made from, kept with the plan so that its figures can be explained later. */
export interface PlanBasis {
  works: number;
  backlogOre: number;
  replacementOre: number;
  rates: PlanQuestion["rates"];
}

const basisOf = ({ works, replacementOre, rates }: PlanQuestion): PlanBasis => ({
  ...{ works: works.length, replacementOre, rates },
  backlogOre: works.reduce((sum, { costOre }) => sum + costOre, 0),
});

/** What came of reckoning a version of a plan, and how. */
export interface Reckoning {
  planId: Id;
  version: number;
  method: "package" | "priced" | "solver";
  on: Day;
  question: PlanQuestion;
  reckoned: ReckonedPlan;
}

/**
 * Writes what was reckoned, if the plan is still the draft it was reckoned for; false where it has changed meanwhile, and
 * whoever changed it reckons anew. It decides nothing, so it is not audited: the change that asked for it is.
 */
export const keepReckoning = (db: Db, organisationId: Id, reckoning: Reckoning): Promise<boolean> =>
  db.transaction(async (tx) => {
    const { planId, version, method, on, question, reckoned } = reckoning;
    const basis = basisOf(question);
    const kept = await tx.execute(sql`
      update plan set reckoned_on = ${on}::date, method = ${method}, basis = ${JSON.stringify(basis)}::jsonb,
             result = ${JSON.stringify(reckoned.result)}::jsonb, total_ore = ${reckoned.totalOre},
             bound_ore = ${reckoned.boundOre}
       where id = ${planId} and organisation_id = ${organisationId} and state = 'draft' and version = ${version}
       returning id`);
    if (kept.length === 0) return false;
    await writePlanWorks(tx, organisationId, planId, reckoned.works);
    return true;
  });

/** Notes a better bound of a draft that was reckoned from the same works and rates: it is closer to the best than was known. */
export async function raiseBound(
  db: Db,
  organisationId: Id,
  plan: { planId: Id; version: number; question: PlanQuestion },
  boundOre: number,
): Promise<void> {
  const basis = JSON.stringify(basisOf(plan.question));
  await db.execute(sql`
    update plan set bound_ore = least(total_ore, greatest(bound_ore, ${Math.floor(boundOre)}::bigint))
     where id = ${plan.planId} and organisation_id = ${organisationId} and state = 'draft'
       and version = ${plan.version} and basis = ${basis}::jsonb`);
}

/** Puts works in the place of those a plan had; by column, which is shorter than by row. */
export async function writePlanWorks(
  tx: Db,
  organisationId: Id,
  planId: Id,
  works: ReckonedPlan["works"],
): Promise<void> {
  await tx.execute(sql`delete from plan_work where plan_id = ${planId}`);
  const rows = JSON.stringify(
    works.map((work) => [
      ...[work.workId, work.buildingId, work.year, work.todayOre, work.costOre, work.condition],
      ...[work.consequence, work.packageRank, work.packageYield, work.isPinned],
    ]),
  );
  await tx.execute(sql`
    insert into plan_work (organisation_id, plan_id, work_id, building_id, year, today_ore, cost_ore, condition,
                           consequence, package_rank, package_yield, is_pinned)
    select ${organisationId}::uuid, ${planId}::uuid, (v ->> 0)::uuid, (v ->> 1)::uuid, (v ->> 2)::smallint,
           (v ->> 3)::bigint, (v ->> 4)::bigint, (v ->> 5)::smallint, (v ->> 6)::smallint, (v ->> 7)::int,
           (v ->> 8)::float8, (v ->> 9)::boolean
      from json_array_elements(${rows}::json) v`);
}
