import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { mayDecidePlans } from "#domain/plan/plan-rights.ts";
import { afterDecision, type PlanDecision, type PlanStateName } from "#domain/plan/plan-state.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { lockPlan } from "./own-plan.ts";

type Refusal = "notFound" | "notAllowed" | "changed" | "wrongState" | "notReckoned" | "isRunning";

/**
 * Freezes, approves, publishes or withdraws a plan. Published, its works are planned for their years, and the plan that
 * was published before is withdrawn: there is one.
 */
export const decidePlan = (
  db: Db,
  actor: Actor,
  { id, version }: { id: Id; version: number },
  decision: PlanDecision,
  now: Date,
): Promise<Result<PlanStateName, Refusal>> =>
  db.transaction(async (tx) => {
    if (!mayDecidePlans(actor)) return refused("notAllowed");
    // Two who publish at once take turns.
    await tx.execute(sql`select 1 from organisation where id = ${actor.organisationId} for no key update`);
    const plan = await lockPlan(tx, actor, id);
    if (!plan) return refused("notFound");
    if (plan.version !== version) return refused("changed");
    const to = afterDecision(plan.state, decision);
    if (!to) return refused("wrongState");
    if (decision === "freeze") {
      if (plan.reckonedOn === null) return refused("notReckoned");
      const running = await tx.execute(
        sql`select 1 from plan_run where plan_id = ${id} and state = 'running'`,
      );
      if (running.length > 0) return refused("isRunning");
    }
    if (to === "published") await putInForce(tx, actor, id);
    if (plan.state === "published") await liftWorks(tx, id);
    await tx.execute(sql`
      update plan set state = ${to}, version = version + 1,
             frozen_at = case when ${to} = 'frozen' then ${now.toISOString()}::timestamptz else frozen_at end,
             approved_at = case when ${to} = 'approved' then ${now.toISOString()}::timestamptz else approved_at end,
             approved_by = case when ${to} = 'approved' then ${actor.accountId}::uuid else approved_by end,
             published_at = case when ${to} = 'published' then ${now.toISOString()}::timestamptz else published_at end
       where id = ${id}`);
    await recordChange(tx, actor, {
      ...{ action: decision, entity: "plan", entityId: id },
      changes: { state: { from: plan.state, to } },
    });
    return done(to);
  });

/** The plan's works are planned for their years; what an earlier plan had planned waits again. */
async function putInForce(tx: Db, actor: Actor, id: Id): Promise<void> {
  const earlier = await tx.execute<{ id: Id }>(sql`
    update plan set state = 'withdrawn', version = version + 1
     where organisation_id = ${actor.organisationId} and state = 'published' returning id`);
  for (const { id: other } of earlier) {
    await liftWorks(tx, other);
    await recordChange(tx, actor, {
      ...{ action: "withdraw", entity: "plan", entityId: other },
      changes: { state: { from: "published", to: "withdrawn" } },
    });
  }
  await tx.execute(sql`
    update work w set state = 'planned', planned_year = p.year, version = w.version + 1
      from plan_work p where p.plan_id = ${id} and p.work_id = w.id and p.year is not null
       and w.state in ('proposed', 'planned')`);
}

/** Works that a plan had planned, and nobody has ordered, are proposals again. */
const liftWorks = (tx: Db, id: Id) =>
  tx.execute(sql`
    update work w set state = 'proposed', planned_year = null, version = w.version + 1
      from plan_work p where p.plan_id = ${id} and p.work_id = w.id and w.state = 'planned'
       and w.planned_year = p.year`);
