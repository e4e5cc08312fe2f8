import type { AppLoadContext } from "@remix-run/node";
import { chooseWork, setPlanMoney, type WorkChoice } from "#db/commands/plan/change-plan.ts";
import { decidePlan } from "#db/commands/plan/decide-plan.ts";
import { cancelRun, startRun } from "#db/commands/plan/run-plan.ts";
import { copyPlan } from "#db/commands/plan/write-plan.ts";
import type { Actor } from "#domain/actor.ts";
import { isId, type Id } from "#domain/id.ts";
import { millionsToOre, PlanMoney } from "#domain/plan/plan-form.ts";
import { planDecisions, type PlanDecision } from "#domain/plan/plan-state.ts";

export const planIntents = [
  "money",
  "choose",
  "copy",
  "reckon",
  "search",
  "cancel",
  ...planDecisions,
] as const;
export type PlanIntent = (typeof planIntents)[number];

/** What came of a form: where to go and what is said of it, or what is wrong with it. */
export type PlanAnswer =
  { ok: true; was: string; id: Id } | { ok: false; refusal: string | null; faults: string[] };

interface Asked {
  context: Pick<AppLoadContext, "db" | "plans">;
  actor: Actor;
  plan: { id: Id; version: number };
  fields: FormData;
  now: Date;
}

const text = (fields: FormData, name: string): string => String(fields.get(name) ?? "");
const no = (refusal: string): PlanAnswer => ({ ok: false, refusal, faults: [] });
const wrong = (...faults: string[]): PlanAnswer => ({ ok: false, refusal: null, faults });

/** What changed is reckoned anew at once: whoever asks sees what follows from it. */
async function reckoned({ context, actor, plan: { id } }: Asked, was: string): Promise<PlanAnswer> {
  await context.plans.reckon(actor.organisationId, id);
  return { ok: true, was, id };
}

async function changeMoney(asked: Asked): Promise<PlanAnswer> {
  const { context, actor, plan, fields } = asked;
  const budgets = fields.getAll("budget").map((typed) => millionsToOre(String(typed)));
  const purses = [...fields.keys()].filter((name) => name.startsWith("earmark:"));
  const earmarks = purses.map((name) => [name.slice(8), millionsToOre(text(fields, name) || "0")] as const);
  if ([...budgets, ...earmarks.map(([, ore]) => ore)].includes(null)) return wrong("budget");
  const earmarksOre = Object.fromEntries(earmarks.filter(([, ore]) => ore! > 0));
  const years = PlanMoney.array().safeParse(budgets.map((budgetOre) => ({ budgetOre, earmarksOre })));
  if (!years.success) return wrong(...new Set(years.error.issues.map(({ message }) => message)));
  const changed = await setPlanMoney(context.db, actor, plan, years.data);
  return changed.ok ? reckoned(asked, "money") : no(changed.refusal);
}

async function choose(asked: Asked): Promise<PlanAnswer> {
  const { context, actor, plan, fields, now } = asked;
  const workId = text(fields, "work");
  if (!isId(workId)) return no("noSuchWork");
  const typed = text(fields, "to");
  const year: WorkChoice["year"] =
    typed === "released" ? "released" : typed === "never" ? null : Number(typed);
  const choice: WorkChoice = { workId, year, reason: text(fields, "reason").trim().slice(0, 500) || null };
  const chosen = await chooseWork(context.db, actor, plan, choice, now);
  return chosen.ok ? reckoned(asked, "chosen") : no(chosen.refusal);
}

async function copy({ context, actor, plan, fields, now }: Asked): Promise<PlanAnswer> {
  const name = text(fields, "name").trim();
  if (!name || name.length > 120) return wrong("name");
  const copied = await copyPlan(context.db, actor, { id: plan.id, name }, now);
  return copied.ok ? { ok: true, was: "copied", id: copied.value } : no(copied.refusal);
}

async function search({ context, actor, plan, fields, now }: Asked): Promise<PlanAnswer> {
  const seconds = Number(text(fields, "seconds"));
  if (!Number.isInteger(seconds) || seconds < 5 || seconds > 600) return wrong("seconds");
  const run = await startRun(context.db, actor, plan, seconds, now);
  if (!run.ok) return no(run.refusal);
  const { organisationId } = actor;
  context.plans.search({ organisationId, planId: plan.id, runId: run.value, secondsAtMost: seconds });
  return { ok: true, was: "searching", id: plan.id };
}

async function cancel({ context, actor, plan, now }: Asked): Promise<PlanAnswer> {
  const cancelled = await cancelRun(context.db, actor, plan.id, now);
  return cancelled.ok ? { ok: true, was: "cancelling", id: plan.id } : no(cancelled.refusal);
}

const decide =
  (decision: PlanDecision) =>
  async ({ context, actor, plan, now }: Asked): Promise<PlanAnswer> => {
    const decided = await decidePlan(context.db, actor, plan, decision, now);
    return decided.ok ? { ok: true, was: decision, id: plan.id } : no(decided.refusal);
  };

const deeds: Record<PlanIntent, (asked: Asked) => Promise<PlanAnswer>> = {
  ...{ money: changeMoney, choose, copy, search, cancel },
  reckon: (asked) => reckoned(asked, "reckoned"),
  ...{ freeze: decide("freeze"), approve: decide("approve") },
  ...{ publish: decide("publish"), withdraw: decide("withdraw") },
};

/** Does what one of the forms on a plan's page asks for. */
export const changePlan = (intent: PlanIntent, asked: Asked): Promise<PlanAnswer> => deeds[intent](asked);
