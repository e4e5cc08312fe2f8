import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { findKnownContract } from "#db/queries/responsibility/find-known-contract.ts";
import { responsibilityRule } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { AnswerForm } from "#domain/responsibility/rule-form.ts";

/* What all who write in the matrix share: taking turns, finding the rule, and what a rule stands for in the record. */

export type StoredRule = typeof responsibilityRule.$inferSelect;

/** Why a change to the matrix is not made. */
export type RuleRefusal =
  | "notAllowed"
  | "notFound"
  | "fromInPast"
  | "overlaps"
  | "beforeItsStart"
  | "alreadyEnded"
  | "laterChange"
  | "inForce"
  | "alreadyUsed"
  | "unknownParty"
  | "unknownChoice";

/** Who writes in the matrix takes turns, so that what was looked at still holds when it is written. */
export async function lockMatrix(db: Db, actor: Actor): Promise<void> {
  await db.execute(sql`select 1 from organisation where id = ${actor.organisationId} for no key update`);
}

/** A rule the actor may know, or null: a lease's clause is for those who may read the lease. */
export async function findRule(db: Db, actor: Actor, ruleId: Id): Promise<StoredRule | null> {
  const rule = responsibilityRule;
  const [found] = await db
    .select()
    .from(rule)
    .where(and(eq(rule.id, ruleId), eq(rule.organisationId, actor.organisationId)));
  if (!found || (found.contractId && !(await findKnownContract(db, actor, { id: found.contractId }))))
    return null;
  return found;
}

/** Another rule of the same level and party that speaks of the same matter and holds on some day from this one on. */
export async function findOverlap(
  db: Db,
  rule: Pick<
    StoredRule,
    | "organisationId"
    | "level"
    | "administrationId"
    | "contractId"
    | "itemCode"
    | "location"
    | "cause"
    | "tenure"
  >,
  from: Day,
  exceptId: Id | null = null,
): Promise<Id | null> {
  const [row] = await db.execute<{ id: Id }>(sql`
    select id from responsibility_rule
     where organisation_id = ${rule.organisationId} and level = ${rule.level}
       and administration_id is not distinct from ${rule.administrationId}::uuid
       and contract_id is not distinct from ${rule.contractId}::uuid
       and item_code is not distinct from ${rule.itemCode}::text and location is not distinct from ${rule.location}::text
       and cause is not distinct from ${rule.cause}::text and tenure is not distinct from ${rule.tenure}::text
       and id is distinct from ${exceptId}::uuid and (valid_to is null or valid_to > ${from}::date)
     order by valid_from limit 1`);
  return row?.id ?? null;
}

/** Whether the team and the deadlines that were chosen are the organisation's. */
export async function areKnownChoices(db: Db, actor: Actor, form: AnswerForm): Promise<boolean> {
  const [row] = await db.execute<{ known: boolean }>(sql`
    select (${form.teamId}::uuid is null or exists (select 1 from team t
             where t.id = ${form.teamId}::uuid and t.organisation_id = ${actor.organisationId}))
       and exists (select 1 from sla_target s
             where s.organisation_id = ${actor.organisationId} and s.code = ${form.slaCode}) as known`);
  return row!.known;
}

/** What a rule answers, as columns and as the record tells it. */
export const answerOf = (rule: StoredRule | AnswerForm) => ({
  executor: rule.executor,
  payer: rule.payer,
  payerSharePercent: rule.payerSharePercent,
  otherPayer: rule.otherPayer,
  teamId: rule.teamId,
  budgetLine: rule.budgetLine,
  slaCode: rule.slaCode,
  clauseDa: rule.clauseDa,
  clauseEn: rule.clauseEn,
  source: rule.source,
});

/** The fields in which two answers differ, from what to what. */
export function differenceOf(before: StoredRule, after: AnswerForm) {
  const [old, now] = [answerOf(before), answerOf(after)];
  const keys = (Object.keys(now) as (keyof typeof now)[]).filter((key) => old[key] !== now[key]);
  return Object.fromEntries(keys.map((key) => [key, { from: old[key], to: now[key] }]));
}
