import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { keepReckoning } from "#db/commands/plan/keep-reckoning.ts";
import { createPlan } from "#db/commands/plan/write-plan.ts";
import { getPlanVersion } from "#db/queries/plan/get-plan-version.ts";
import { readPlanQuestion } from "#db/queries/plan/read-plan-question.ts";
import type { Id } from "#domain/id.ts";
import { reckonPlan } from "#domain/plan/reckon-plan.ts";
import { reckonBacklog } from "#db/commands/condition/reckon-backlog.ts";
import type { Actor, Role } from "#domain/actor.ts";
import type { PlanForm } from "#domain/plan/plan-form.ts";
import { givenSurvey, insertReckonedPortfolio } from "./surveyed-house.ts";
import type { SmallPortfolio } from "./small-portfolio.ts";

export interface PlannedHouses {
  small: SmallPortfolio;
  /** An actor of the role with an account of its own: plans say who made them. */
  as: (role: Role) => Promise<Actor>;
}

/** Two buildings with works that wait: a roof and a façade on one, windows on the other. */
export async function insertPlannedHouses(db: Db, on = "2026-11-20"): Promise<PlannedHouses> {
  const small = await insertReckonedPortfolio(db);
  await givenSurvey(db, small, small.daycare, "2026-05-01", [
    { type: "47", condition: 6, ownOre: 800_000_00 },
    { type: "21", condition: 6, ownOre: 600_000_00 },
  ]);
  await givenSurvey(db, small, small.store, "2026-05-01", [{ type: "31", condition: 6, ownOre: 700_000_00 }]);
  await reckonBacklog(db, small.organisationId, [small.daycare, small.store], on);
  const as = async (role: Role): Promise<Actor> => {
    const actor = small.as(role);
    await db.execute(sql`insert into account (id, organisation_id, email, name, password_hash)
      values (${actor.accountId}, ${actor.organisationId}, ${`${actor.accountId}@prøve.example`}, ${role}, '-')`);
    return actor;
  };
  return { small, as };
}

/** A plan of some years with as much money in each, øre. */
export const planForm = (name: string, budgetOre: number, years = 3): PlanForm => ({
  ...{ name, purpose: null, firstYear: 2027, kinds: ["exterior", "interior"], method: "package" },
  years: Array.from({ length: years }, () => ({ budgetOre, earmarksOre: {} })),
});

/** The day on which they are reckoned. */
export const planOn = "2026-11-20";

export async function draftPlan(db: Db, actor: Actor, form: PlanForm): Promise<Id> {
  const made = await createPlan(db, actor, form, new Date(`${planOn}T10:00:00Z`));
  if (!made.ok) throw new Error(made.refusal);
  return made.value;
}

export const seenPlan = async (db: Db, actor: Actor, id: Id) => ({
  id,
  version: (await getPlanVersion(db, actor.organisationId, id))!.version,
});

export async function reckonDraft(db: Db, actor: Actor, id: Id) {
  const question = (await readPlanQuestion(db, actor.organisationId, id, planOn))!;
  const reckoned = reckonPlan(question);
  const { version } = await seenPlan(db, actor, id);
  const kept = await keepReckoning(db, actor.organisationId, {
    ...{ planId: id, version, on: planOn, question, reckoned },
    method: "package",
  });
  return { kept, question, reckoned };
}
