import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { planChoice } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { PlanMoney } from "#domain/plan/plan-form.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { lockDraft, touchDraft } from "./own-plan.ts";
import { writeMoney } from "./write-plan.ts";

type Seen = { id: Id; version: number };
type DraftRefusal = "notFound" | "notDraft" | "changed";

/** Gives the years of a draft other budgets and earmarks. There are as many as the plan has years. */
export const setPlanMoney = (
  db: Db,
  actor: Actor,
  { id, version }: Seen,
  years: readonly PlanMoney[],
): Promise<Result<Id, DraftRefusal | "years">> =>
  db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, id, version);
    if (!draft.ok) return draft;
    if (years.length !== draft.value.yearCount) return refused("years");
    const [before] = await tx.execute<{ budgets: number[] }>(sql`
      select array_agg(budget_ore::float8 order by year) as budgets from plan_year where plan_id = ${id}`);
    await writeMoney(tx, actor.organisationId, draft.value, years);
    await touchDraft(tx, id);
    await recordChange(tx, actor, {
      ...{ action: "setBudgets", entity: "plan", entityId: id },
      changes: {
        budgetsOre: { from: before?.budgets ?? null, to: years.map(({ budgetOre }) => budgetOre) },
        earmarksOre: { from: null, to: years.map(({ earmarksOre }) => earmarksOre) },
      },
    });
    return done(id);
  });

/** What someone decides about a work over the head of the reckoning: a year, never (null), or nothing any more. */
export type WorkChoice = { workId: Id; year: number | null | "released"; reason: string | null };

/** Pins a work to a year, forbids it, or lets the reckoning decide again. Pinning and forbidding need a reason. */
export const chooseWork = (
  db: Db,
  actor: Actor,
  { id, version }: Seen,
  { workId, year, reason }: WorkChoice,
  now: Date,
): Promise<Result<Id, DraftRefusal | "noSuchWork" | "outsideYears" | "reason">> =>
  db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, id, version);
    if (!draft.ok) return draft;
    const { firstYear, yearCount } = draft.value;
    if (typeof year === "number" && (year < firstYear || year >= firstYear + yearCount))
      return refused("outsideYears");
    if (year !== "released" && !reason?.trim()) return refused("reason");
    const [work] = await tx.execute<{ number: string; pinnedYear: number | null; wasChosen: boolean }>(sql`
      select w.number, c.pinned_year as "pinnedYear", c.work_id is not null as "wasChosen"
        from work w left join plan_choice c on c.work_id = w.id and c.plan_id = ${id}
       where w.id = ${workId} and w.organisation_id = ${actor.organisationId}`);
    if (!work) return refused("noSuchWork");
    await tx.execute(sql`delete from plan_choice where plan_id = ${id} and work_id = ${workId}`);
    if (year !== "released")
      await tx.insert(planChoice).values({
        ...{ organisationId: actor.organisationId, planId: id, workId, pinnedYear: year, reason },
        ...{ chosenBy: actor.accountId, chosenAt: now },
      });
    await touchDraft(tx, id);
    const before = work.wasChosen ? (work.pinnedYear ?? "never") : null;
    const after = year === "released" ? null : (year ?? "never");
    await recordChange(tx, actor, {
      ...{ action: "chooseWork", entity: "plan", entityId: id },
      changes: { [work.number]: { from: before, to: after }, reason: { from: null, to: reason } },
    });
    return done(id);
  });
