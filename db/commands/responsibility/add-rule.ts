import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { responsibilityRule } from "#db/schema/index.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";
import type { RuleForm } from "#domain/responsibility/rule-form.ts";
import { dayAt } from "#domain/day.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { findKnownContract } from "../../queries/responsibility/find-known-contract.ts";
import { recordChange } from "../record-change.ts";
import { answerOf, areKnownChoices, findOverlap, lockMatrix } from "./rule-writing.ts";
import type { RuleRefusal } from "./rule-writing.ts";

/**
 * Writes a new rule from a day, today at the earliest. A default rule closes every open gap that it answers; the clause
 * of an administration or a lease closes the gap it was written for, if it speaks of it. Gaps are met again if it was
 * not enough. Refuses a second rule for the same matter: that one is changed instead.
 */
export async function addRule(
  db: Db,
  actor: Actor,
  form: RuleForm,
  gapId: Id | null,
  now: Date,
): Promise<Result<{ ruleId: Id; closedGaps: number }, RuleRefusal>> {
  if (!may(actor, "services", "write")) return refused("notAllowed");
  if (form.from < dayAt(now)) return refused("fromInPast");
  return db.transaction(async (tx) => {
    await lockMatrix(tx, actor);
    const party = await partyOf(tx, actor, form);
    if (!party) return refused("unknownParty");
    if (!(await areKnownChoices(tx, actor, form)) || !(await isKnownItem(tx, actor, form.itemCode)))
      return refused("unknownChoice");
    const { itemCode, location, cause, tenure, level } = form;
    const cell = { organisationId: actor.organisationId, level, ...party, itemCode, location, cause, tenure };
    if (await findOverlap(tx, cell, form.from)) return refused("overlaps");
    const ruleId = newId();
    await tx
      .insert(responsibilityRule)
      .values({ id: ruleId, ...cell, ...answerOf(form), validFrom: form.from });
    const closed = await closeGaps(tx, actor, form, gapId, now);
    const { organisationId: _, ...said } = { ...cell, ...answerOf(form), validFrom: form.from };
    const told = Object.entries(said).filter(([, value]) => value !== null);
    await recordChange(tx, actor, {
      ...{ action: "create", entity: "responsibilityRule", entityId: ruleId },
      changes: {
        ...Object.fromEntries(told.map(([field, to]) => [field, { from: null, to }])),
        ...(closed.length > 0 && { gaps: { from: null, to: closed } }),
      },
    });
    return done({ ruleId, closedGaps: closed.length });
  });
}

/** The administration or the lease whose rule it is; null where it is not the actor's to name. */
async function partyOf(db: Db, actor: Actor, { level, administrationId, contractNumber }: RuleForm) {
  if (level === "default") return { administrationId: null, contractId: null };
  if (level === "lease") {
    const contractId = await findKnownContract(db, actor, { number: contractNumber });
    return contractId && { administrationId: null, contractId };
  }
  const found = await db.execute(sql`
    select 1 from administration where id = ${administrationId}::uuid and organisation_id = ${actor.organisationId}`);
  return found.length > 0 ? { administrationId, contractId: null } : null;
}

async function isKnownItem(db: Db, actor: Actor, itemCode: string | null): Promise<boolean> {
  if (itemCode === null) return true;
  const found = await db.execute(sql`
    select 1 from facility_item where organisation_id = ${actor.organisationId} and code = ${itemCode}`);
  return found.length > 0;
}

/** The numbers of the open gaps that the rule answers, now closed. */
async function closeGaps(
  db: Db,
  actor: Actor,
  form: RuleForm,
  gapId: Id | null,
  now: Date,
): Promise<number[]> {
  const rows = await db.execute<{ number: number }>(sql`
    update responsibility_gap set closed_at = ${now.toISOString()}::timestamptz, closed_by = ${actor.accountId}
     where organisation_id = ${actor.organisationId} and closed_at is null
       and (${form.level === "default"}::boolean or id = ${gapId}::uuid)
       and (${form.itemCode}::text is null or item_code = ${form.itemCode}::text)
       and (${form.location}::text is null or location = ${form.location}::text)
       and (${form.cause}::text is null or cause = ${form.cause}::text)
       and (${form.tenure}::text is null or tenure = ${form.tenure}::text)
    returning number`);
  return rows.map(({ number }) => number).sort((a, b) => a - b);
}
