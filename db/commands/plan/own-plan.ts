import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { mayDraftPlans } from "#domain/plan/plan-rights.ts";
import type { PlanStateName } from "#domain/plan/plan-state.ts";
import { refused } from "#domain/result.ts";

export interface LockedPlan extends Record<string, unknown> {
  id: Id;
  name: string;
  state: PlanStateName;
  firstYear: number;
  yearCount: number;
  version: number;
  reckonedOn: string | null;
}

/** A plan of the actor's organisation, locked until the transaction ends; null where the actor may not work on plans. */
export async function lockPlan(tx: Db, actor: Actor, id: Id): Promise<LockedPlan | null> {
  if (!mayDraftPlans(actor)) return null;
  const [plan] = await tx.execute<LockedPlan>(sql`
    select id, name, state, first_year as "firstYear", year_count as "yearCount", version,
           reckoned_on as "reckonedOn"
      from plan where id = ${id} and organisation_id = ${actor.organisationId} for update`);
  return plan ?? null;
}

/** A draft as someone saw it: refused where it is frozen, or has changed since. */
export async function lockDraft(tx: Db, actor: Actor, id: Id, seen: number) {
  const plan = await lockPlan(tx, actor, id);
  if (!plan) return refused("notFound");
  if (plan.state !== "draft") return refused("notDraft");
  if (plan.version !== seen) return refused("changed");
  return { ok: true, value: plan } as const;
}

/** What was reckoned holds no longer: the draft is a newer version, to be reckoned anew. */
export const touchDraft = (tx: Db, id: Id) =>
  tx.execute(sql`update plan set version = version + 1, reckoned_on = null where id = ${id}`);
