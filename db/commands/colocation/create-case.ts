import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { colocationCase, colocationScenario } from "#db/schema/index.ts";
import { writesAll } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { CaseForm } from "#domain/colocation/case-form.ts";
import { dayAt, yearOf } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

export interface MadeCase {
  id: Id;
  number: string;
  baseId: Id;
  /** The same sending made it before: nothing was made now. */
  isRepeated: boolean;
}

/**
 * Makes a co-location case with its base scenario: things as they are. The actor owns it. What was sent under the same key before,
 * by the same actor, is the case that it became then.
 */
export const createColocationCase = (
  db: Db,
  actor: Actor,
  form: CaseForm,
  now: Date,
  sendingKey: string | null = null,
): Promise<Result<MadeCase, "notAllowed">> =>
  db.transaction(async (tx) => {
    if (!writesAll(actor, "colocation")) return refused("notAllowed");
    const { organisationId, accountId } = actor;
    // Two who make a case at once take turns: for its number, and to find what the same sending made.
    await tx.execute(sql`select 1 from organisation where id = ${organisationId} for no key update`);
    const before = sendingKey && (await madeBefore(tx, actor, sendingKey));
    if (before) return done(before);
    const number = await nextNumber(tx, organisationId, yearOf(dayAt(now)));
    const [id, baseId] = [newId(), newId()];
    await tx.insert(colocationCase).values({
      ...{ id, organisationId, number, name: form.name, purpose: form.purpose, status: "draft" },
      ...{ ownerAccountId: accountId, priceYear: form.priceYear, horizonYears: form.horizonYears },
      ...{ startOn: form.startOn, ratesAsOf: form.ratesAsOf ?? dayAt(now) },
      ...{ createdBy: accountId, createdAt: now, sendingKey },
    });
    await tx.insert(colocationScenario).values({
      ...{ id: baseId, organisationId, caseId: id, name: "Som i dag", isBase: true },
      ...{ createdBy: accountId, createdAt: now },
    });
    await recordChange(tx, actor, {
      ...{ action: "create", entity: "colocationCase", entityId: id },
      changes: { number: { from: null, to: number }, name: { from: null, to: form.name } },
    });
    return done({ id, number, baseId, isRepeated: false });
  });

async function madeBefore(tx: Db, { accountId }: Actor, sendingKey: string): Promise<MadeCase | null> {
  const [made] = await tx.execute<{ id: Id; number: string; baseId: Id }>(sql`
    select c.id, c.number, s.id as "baseId" from colocation_case c join colocation_scenario s on s.case_id = c.id and s.is_base
     where c.created_by = ${accountId} and c.sending_key = ${sendingKey}`);
  return made ? { ...made, isRepeated: true } : null;
}

/** The next number of a year. */
async function nextNumber(tx: Db, organisationId: Id, year: number): Promise<string> {
  const [last] = await tx.execute<{ last: number }>(sql`
    select coalesce(max(substring(number from 10)::int), 0) as last from colocation_case
     where organisation_id = ${organisationId} and number like ${`SAM-${year}-%`}`);
  return `SAM-${year}-${String(last!.last + 1).padStart(3, "0")}`;
}
