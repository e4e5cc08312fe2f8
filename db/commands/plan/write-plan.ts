import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { plan, planEarmark, planYear } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import type { PlanForm, PlanMoney } from "#domain/plan/plan-form.ts";
import { mayDraftPlans } from "#domain/plan/plan-rights.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

/** Makes a draft: years with money, nothing reckoned yet. */
export const createPlan = (
  db: Db,
  actor: Actor,
  form: PlanForm,
  now: Date,
): Promise<Result<Id, "notAllowed" | "nameTaken">> =>
  db.transaction(async (tx) => {
    if (!mayDraftPlans(actor)) return refused("notAllowed");
    const { organisationId } = actor;
    const { name, purpose, firstYear, kinds, method, years } = form;
    const [made] = await tx
      .insert(plan)
      .values({
        ...{ id: newId(), organisationId, name, purpose, firstYear, yearCount: years.length, kinds, method },
        ...{ state: "draft", createdBy: actor.accountId, createdAt: now },
      })
      .onConflictDoNothing()
      .returning({ id: plan.id });
    if (!made) return refused("nameTaken");
    await writeMoney(tx, organisationId, { id: made.id, firstYear }, years);
    await recordChange(tx, actor, {
      ...{ action: "create", entity: "plan", entityId: made.id },
      changes: { name: { from: null, to: name } },
    });
    return done(made.id);
  });

/** Puts money in the place of what a plan had. */
export async function writeMoney(
  tx: Db,
  organisationId: Id,
  { id: planId, firstYear }: { id: Id; firstYear: number },
  years: readonly PlanMoney[],
): Promise<void> {
  await tx.execute(sql`delete from plan_earmark where plan_id = ${planId}`);
  await tx.execute(sql`delete from plan_year where plan_id = ${planId}`);
  const rows = years.map(({ budgetOre }, at) => ({
    organisationId,
    planId,
    year: firstYear + at,
    budgetOre,
  }));
  await tx.insert(planYear).values(rows);
  const earmarks = years.flatMap(({ earmarksOre }, at) =>
    Object.entries(earmarksOre)
      .filter(([, amountOre]) => amountOre > 0)
      .map(([earmark, amountOre]) => ({ organisationId, planId, year: firstYear + at, earmark, amountOre })),
  );
  if (earmarks.length > 0) await tx.insert(planEarmark).values(earmarks);
}

/** A draft with all that another plan has, whatever its state: a scenario that says what it was copied from. */
export const copyPlan = (
  db: Db,
  actor: Actor,
  from: { id: Id; name: string },
  now: Date,
): Promise<Result<Id, "notAllowed" | "notFound" | "nameTaken">> =>
  db.transaction(async (tx) => {
    if (!mayDraftPlans(actor)) return refused("notAllowed");
    const { organisationId } = actor;
    const id = newId();
    const [source] = await tx.execute(
      sql`select 1 from plan where id = ${from.id} and organisation_id = ${organisationId} for share`,
    );
    if (!source) return refused("notFound");
    const made = await tx.execute(sql`
      insert into plan (id, organisation_id, name, purpose, copied_from_id, first_year, year_count, kinds, state, method,
                        reckoned_on, basis, result, total_ore, bound_ore, created_by, created_at)
      select ${id}, organisation_id, ${from.name}, purpose, id, first_year, year_count, kinds, 'draft', method,
             reckoned_on, basis, result, total_ore, bound_ore, ${actor.accountId}, ${now.toISOString()}::timestamptz
        from plan where id = ${from.id}
      on conflict do nothing returning id`);
    if (made.length === 0) return refused("nameTaken");
    for (const [table, columns] of copied)
      await tx.execute(sql`
        insert into ${sql.identifier(table)} (plan_id, ${sql.raw(columns)})
        select ${id}, ${sql.raw(columns)} from ${sql.identifier(table)} where plan_id = ${from.id}`);
    await recordChange(tx, actor, {
      ...{ action: "copy", entity: "plan", entityId: id },
      changes: { name: { from: null, to: from.name }, copiedFrom: { from: null, to: from.id } },
    });
    return done(id);
  });

/** What a plan consists of, by table. */
const copied = [
  ["plan_year", "organisation_id, year, budget_ore"],
  ["plan_earmark", "organisation_id, year, earmark, amount_ore"],
  ["plan_choice", "organisation_id, work_id, pinned_year, reason, chosen_by, chosen_at"],
  [
    "plan_work",
    "organisation_id, work_id, building_id, year, today_ore, cost_ore, condition, consequence, package_rank, package_yield, is_pinned",
  ],
] as const;
