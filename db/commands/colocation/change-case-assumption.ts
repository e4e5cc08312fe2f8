import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { colocationAssumption } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { AssumptionForm } from "#domain/colocation/part-forms.ts";
import { priceLevelOf, usualCaseAssumptions } from "#domain/colocation/usual-assumptions.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { nameOfPart } from "./change-scenarios.ts";
import { lockDraft, type DraftRefusal, type SeenCase } from "./lock-case.ts";

type Subject = { premisesId?: Id | null; unitId?: Id | null };

/** The row of a value, for the whole case or for one of its parts. */
const rowOf = (caseId: Id, key: string, { premisesId, unitId }: Subject) => sql`
  case_id = ${caseId} and key = ${key} and colocation_premises_id is not distinct from ${premisesId ?? null}::uuid
  and colocation_unit_id is not distinct from ${unitId ?? null}::uuid`;

/** Gives a value of a case another low, base and high, with a source and an owner; for all of it or for one of its parts. */
export const setCaseAssumption = (
  db: Db,
  actor: Actor,
  seen: SeenCase,
  form: AssumptionForm,
): Promise<Result<Id, DraftRefusal | "noSuchPart">> =>
  db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, seen);
    if (!draft.ok) return draft;
    const like = [...usualCaseAssumptions, priceLevelOf(2013)].find(({ key }) => key === form.key)!;
    const wants = form.premisesId ? "premises" : form.unitId ? "unit" : "case";
    if (wants !== "case" && wants !== like.reach) return refused("noSuchPart");
    const subject = form.premisesId ?? form.unitId;
    if (subject && !(await nameOfPart(tx, wants as "unit" | "premises", seen.id, subject)))
      return refused("noSuchPart");
    const [before] = await tx.execute<{ low: number; base: number; high: number }>(sql`
      delete from colocation_assumption where ${rowOf(seen.id, form.key, form)} returning low, base, high`);
    const id = newId();
    const { low, base, high, source, owner } = form;
    await tx.insert(colocationAssumption).values({
      ...{ id, organisationId: actor.organisationId, caseId: seen.id, key: form.key, unit: like.unit },
      ...{ colocationPremisesId: form.premisesId ?? null, colocationUnitId: form.unitId ?? null },
      ...{ low, base, high, source, owner },
    });
    await recordChange(tx, actor, {
      ...{ action: "setAssumption", entity: "colocationCase", entityId: seen.id },
      changes: { [form.key]: { from: before ?? null, to: { low, base, high, source, owner } } },
    });
    return done(id);
  });

/** Lets the usual value hold again. */
export const resetCaseAssumption = (
  db: Db,
  actor: Actor,
  seen: SeenCase,
  key: string,
  subject: Subject,
): Promise<Result<Id, DraftRefusal | "noSuchPart">> =>
  db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, seen);
    if (!draft.ok) return draft;
    const [gone] = await tx.execute<{ low: number; base: number; high: number }>(sql`
      delete from colocation_assumption where ${rowOf(seen.id, key, subject)} returning low, base, high`);
    if (!gone) return refused("noSuchPart");
    await recordChange(tx, actor, {
      ...{ action: "resetAssumption", entity: "colocationCase", entityId: seen.id },
      changes: { [key]: { from: gone, to: null } },
    });
    return done(seen.id);
  });
