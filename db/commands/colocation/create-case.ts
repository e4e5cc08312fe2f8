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

/** Makes a co-location case with its base scenario: things as they are. The actor owns it. */
export const createColocationCase = (
  db: Db,
  actor: Actor,
  form: CaseForm,
  now: Date,
): Promise<Result<{ id: Id; number: string; baseId: Id }, "notAllowed">> =>
  db.transaction(async (tx) => {
    if (!writesAll(actor, "colocation")) return refused("notAllowed");
    const { organisationId, accountId } = actor;
    const number = await nextNumber(tx, organisationId, yearOf(dayAt(now)));
    const [id, baseId] = [newId(), newId()];
    await tx.insert(colocationCase).values({
      ...{ id, organisationId, number, name: form.name, purpose: form.purpose, status: "draft" },
      ...{ ownerAccountId: accountId, priceYear: form.priceYear, horizonYears: form.horizonYears },
      ...{ startOn: form.startOn, ratesAsOf: form.ratesAsOf ?? dayAt(now) },
      ...{ createdBy: accountId, createdAt: now },
    });
    await tx.insert(colocationScenario).values({
      ...{ id: baseId, organisationId, caseId: id, name: "Som i dag", isBase: true },
      ...{ createdBy: accountId, createdAt: now },
    });
    await recordChange(tx, actor, {
      ...{ action: "create", entity: "colocationCase", entityId: id },
      changes: { number: { from: null, to: number }, name: { from: null, to: form.name } },
    });
    return done({ id, number, baseId });
  });

/** The next number of a year. Two who make a case at once take turns. */
async function nextNumber(tx: Db, organisationId: Id, year: number): Promise<string> {
  await tx.execute(sql`select 1 from organisation where id = ${organisationId} for no key update`);
  const [last] = await tx.execute<{ last: number }>(sql`
    select coalesce(max(substring(number from 10)::int), 0) as last from colocation_case
     where organisation_id = ${organisationId} and number like ${`SAM-${year}-%`}`);
  return `SAM-${year}-${String(last!.last + 1).padStart(3, "0")}`;
}
