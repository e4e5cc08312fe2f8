import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { decidePlan } from "#db/commands/plan/decide-plan.ts";
import { keepReckoning } from "#db/commands/plan/keep-reckoning.ts";
import { createPlan } from "#db/commands/plan/write-plan.ts";
import { getPlanVersion } from "#db/queries/plan/get-plan-version.ts";
import { readPlanQuestion } from "#db/queries/plan/read-plan-question.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, yearOf, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { PlanForm } from "#domain/plan/plan-form.ts";
import type { PlanQuestion, ReckonedPlan } from "#domain/plan/plan-question.ts";

/** What was carried out the year before the load day, øre: as much a year is what the city plans with today. */
const budgetOre = 234_900_000_00;
const yearCount = 10;
/** Of the city's budget, what the third scenario sets aside for sport and culture. */
const cultureOre = 50_000_000_00;
/** Enough to say how close a plan is; more would hold up whoever starts the demo. */
const rounds = 16;

const money = (ore: number, earmarksOre: Record<string, number> = {}) =>
  Array.from({ length: yearCount }, () => ({ budgetOre: ore, earmarksOre }));

const plansFrom = (firstYear: number): PlanForm[] =>
  [
    {
      name: `Vedligeholdelsesplan ${firstYear}–${firstYear + yearCount - 1}`,
      purpose: "Som i dag: 234,9 mio. kr. om året (demo).",
      years: money(budgetOre),
    },
    {
      name: "Scenarie: halvt så meget mere",
      purpose: "Hvad får byen for 50 % mere om året? (demo)",
      years: money(budgetOre * 1.5),
    },
    {
      name: "Scenarie: kultur og fritid først",
      purpose: "Samme penge, men 50 mio. kr. om året er øremærket KFF (demo).",
      years: money(budgetOre, { KFF: cultureOre }),
    },
  ].map(({ name, purpose, years }) => ({
    ...{ name, purpose, years, firstYear },
    kinds: ["exterior", "interior"],
    method: "package",
  }));

interface PlanOptions {
  loadDay: Day;
  /** Reckons a plan in so many rounds of prices, which takes seconds: in a thread where there is something else to do. */
  reckon: (question: PlanQuestion, rounds: number) => Promise<ReckonedPlan>;
}

type People = Record<"planner" | "manager", Actor>;
type ReckonedForm = { form: PlanForm; question: PlanQuestion; reckoned: ReckonedPlan };

/**
 * Begins to reckon a plan and two scenarios for a demo that has none, and gives what writes them down: a planner proposes,
 * a manager decides. Null where there is nothing to do.
 * @example const writePlans = await beginDemoPlans(db, id, { loadDay, reckon }); …; await writePlans?.();
 */
export async function beginDemoPlans(
  db: Db,
  organisationId: Id,
  { loadDay, reckon }: PlanOptions,
): Promise<(() => Promise<void>) | null> {
  const present = await db.execute(sql`select 1 from plan where organisation_id = ${organisationId} limit 1`);
  const now = new Date(`${loadDay}T09:00:00Z`);
  const [planner, manager] = [await actorOf(db, "planner", now), await actorOf(db, "manager", now)];
  if (present.length > 0 || !planner || !manager) return null;
  const forms = plansFrom(yearOf(loadDay) + 1);
  const works = await worksOf(db, planner, forms[0]!, now);
  const reckoning = reckonAll(forms, works, reckon);
  reckoning.catch(() => undefined); // told when it is asked for
  // In one transaction: a start that is killed in between leaves no plan that nobody reckons.
  return async () => {
    const all = await reckoning;
    await db.transaction((tx) => writePlans(tx, { planner, manager }, all, now));
  };
}

class TakenBack extends Error {}

/** What all of them are reckoned from: they differ by their money alone. A plan is made to ask for it, and taken back. */
async function worksOf(db: Db, planner: Actor, form: PlanForm, now: Date): Promise<PlanQuestion> {
  let works: PlanQuestion | null = null;
  await db
    .transaction(async (tx) => {
      const planId = await propose(tx, planner, form, now);
      works = await readPlanQuestion(tx, planner.organisationId, planId, dayAt(now));
      throw new TakenBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  return works!;
}

async function reckonAll(forms: PlanForm[], works: PlanQuestion, reckon: PlanOptions["reckon"]) {
  const all: ReckonedForm[] = [];
  for (const form of forms) {
    const question = { ...works, years: form.years };
    all.push({ form, question, reckoned: await reckon(question, rounds) });
  }
  return all;
}

async function propose(db: Db, planner: Actor, form: PlanForm, now: Date): Promise<Id> {
  const made = await createPlan(db, planner, form, now);
  if (!made.ok) throw new Error(`The demo's plan was refused: ${made.refusal}.`);
  return made.value;
}

async function writePlans(db: Db, { planner, manager }: People, all: ReckonedForm[], now: Date) {
  const { organisationId } = planner;
  const ids: Id[] = [];
  for (const { form, question, reckoned } of all) {
    const planId = await propose(db, planner, form, now);
    ids.push(planId);
    const { version } = (await getPlanVersion(db, organisationId, planId))!;
    await keepReckoning(db, organisationId, {
      ...{ planId, version, on: dayAt(now), question, reckoned },
      method: "package",
    });
  }
  for (const decision of ["freeze", "approve", "publish"] as const) {
    const { version } = (await getPlanVersion(db, organisationId, ids[0]!))!;
    const decided = await decidePlan(db, manager, { id: ids[0]!, version }, decision, now);
    if (!decided.ok) throw new Error(`The demo's plan could not be published: ${decided.refusal}.`);
  }
  for (const id of ids.slice(1))
    await db.execute(sql`update plan set copied_from_id = ${ids[0]!} where id = ${id}`);
}

async function actorOf(db: Db, key: "planner" | "manager", now: Date): Promise<Actor | null> {
  const [found] = await db.execute<{ id: Id }>(
    sql`select id from account where is_demo and email = ${`${key}@demo.example`}`,
  );
  return found ? getActorByAccount(db, found.id, now) : null;
}
