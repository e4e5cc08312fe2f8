import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { benefitEvidence } from "#db/schema/index.ts";
import { scopeOf, writesAll } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { BenefitAnswerForm } from "#domain/council/benefit-form.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { uuidArray } from "../../sql-arrays.ts";
import { recordChange } from "../record-change.ts";

/** A line held by whoever may answer it: its owner, who writes for its administration, or who plans cases. */
async function holdOwn(tx: Db, actor: Actor, id: Id): Promise<{ requiredOre: number } | null> {
  const scope = scopeOf(actor, "colocation", "write");
  const [row] = await tx.execute<{ requiredOre: number }>(sql`
    select b.required_ore::float8 as "requiredOre" from benefit b
     where b.id = ${id}::uuid and b.organisation_id = ${actor.organisationId}
       and (${writesAll(actor, "colocation")} or b.owner_account_id = ${actor.accountId}::uuid
         or b.administration_id = any (${uuidArray(scope.administrationIds)})) for update`);
  return row ?? null;
}

/**
 * Says what came of a line in a year: realised by the units, and covered by a cut in a budget, apart. Answered again, the
 * later word stands, and the record tells both.
 */
export async function answerBenefit(
  db: Db,
  actor: Actor,
  id: Id,
  form: BenefitAnswerForm,
  now: Date,
): Promise<Result<Id, "notAllowed">> {
  return db.transaction(async (tx) => {
    if (!(await holdOwn(tx, actor, id))) return refused("notAllowed");
    const { year, realisedOre, budgetCutOre, isBudgetReduced, words } = form;
    const [before] = await tx.execute<{ realisedOre: number | null }>(sql`
      select realised_ore::float8 as "realisedOre" from benefit_year where benefit_id = ${id}::uuid and year = ${year}`);
    await tx.execute(sql`
      insert into benefit_year (id, organisation_id, benefit_id, year, answered_at, answered_by, realised_ore, budget_cut_ore,
        is_budget_reduced, words)
      values (${newId()}, ${actor.organisationId}, ${id}, ${year}, ${now.toISOString()}::timestamptz, ${actor.accountId},
        ${realisedOre}, ${budgetCutOre}, ${isBudgetReduced}, ${words})
      on conflict (benefit_id, year) do update set answered_at = excluded.answered_at, answered_by = excluded.answered_by,
        realised_ore = excluded.realised_ore, budget_cut_ore = excluded.budget_cut_ore,
        is_budget_reduced = excluded.is_budget_reduced, words = excluded.words`);
    await recordChange(tx, actor, {
      ...{ action: "answer", entity: "benefit", entityId: id },
      changes: {
        year: { from: null, to: year },
        realisedOre: { from: before?.realisedOre ?? null, to: realisedOre },
        budgetCutOre: { from: null, to: budgetCutOre },
      },
    });
    return done(id);
  });
}

/** Evidence whose file is already stored. */
export interface NewEvidence {
  id: Id;
  benefitId: Id;
  title: string;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  storageKey: string;
}

/** Puts evidence on a line; the same file lies there once. */
export async function addEvidence(
  db: Db,
  actor: Actor,
  added: NewEvidence,
  now: Date,
): Promise<Result<Id, "notAllowed" | "alreadyThere">> {
  return db.transaction(async (tx) => {
    if (!(await holdOwn(tx, actor, added.benefitId))) return refused("notAllowed");
    const { organisationId, accountId: uploadedBy } = actor;
    const rows = await tx
      .insert(benefitEvidence)
      .values({ ...added, organisationId, uploadedBy, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: benefitEvidence.id });
    if (rows.length === 0) return refused("alreadyThere");
    await recordChange(tx, actor, {
      ...{ action: "create", entity: "benefitEvidence", entityId: added.id },
      changes: { title: { from: null, to: added.title }, sha256: { from: null, to: added.sha256 } },
    });
    return done(added.id);
  });
}
