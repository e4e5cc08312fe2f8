import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { colocationCondition } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { ConditionForm } from "#domain/colocation/part-forms.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { nameOfPart } from "./change-scenarios.ts";
import { lockDraft, type DraftRefusal, type SeenCase } from "./lock-case.ts";

/** Notes a condition of a unit's users: a hard one that scenarios must meet, or a soft one with a price a year. */
export const addCondition = (
  db: Db,
  actor: Actor,
  seen: SeenCase,
  form: ConditionForm,
): Promise<Result<Id, DraftRefusal | "noSuchUnit" | "noSuchPremises">> =>
  db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, seen);
    if (!draft.ok) return draft;
    const isOfUnits = form.kind === "apart" || form.kind === "together";
    const isOfPremises = form.kind === "notHere" || form.kind === "onlyHere";
    const unit = await nameOfPart(tx, "unit", seen.id, form.unitId);
    const other = isOfUnits ? await nameOfPart(tx, "unit", seen.id, form.otherUnitId!) : null;
    const premises = isOfPremises ? await nameOfPart(tx, "premises", seen.id, form.premisesId!) : null;
    if (!unit || (isOfUnits && !other)) return refused("noSuchUnit");
    if (isOfPremises && !premises) return refused("noSuchPremises");
    const id = newId();
    await tx.insert(colocationCondition).values({
      ...{ id, organisationId: actor.organisationId, caseId: seen.id, colocationUnitId: form.unitId },
      ...{ strength: form.strength, kind: form.kind, words: form.words },
      otherUnitId: isOfUnits ? form.otherUnitId : null,
      colocationPremisesId: isOfPremises ? form.premisesId : null,
      distanceMeters: form.kind === "within" ? form.distanceMeters : null,
      yearlyPriceOre: form.strength === "soft" ? form.yearlyPriceOre : null,
    });
    await recordChange(tx, actor, {
      ...{ action: "addCondition", entity: "colocationCase", entityId: seen.id },
      changes: { [unit]: { from: null, to: { ...form, other, premises } } },
    });
    return done(id);
  });

/** Takes a condition away. */
export const removeCondition = (
  db: Db,
  actor: Actor,
  seen: SeenCase,
  id: Id,
): Promise<Result<Id, DraftRefusal | "noSuchCondition">> =>
  db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, seen);
    if (!draft.ok) return draft;
    const [gone] = await tx.execute<{ words: string }>(
      sql`delete from colocation_condition where id = ${id} and case_id = ${seen.id} returning words`,
    );
    if (!gone) return refused("noSuchCondition");
    await recordChange(tx, actor, {
      ...{ action: "removeCondition", entity: "colocationCase", entityId: seen.id },
      changes: { condition: { from: gone.words, to: null } },
    });
    return done(id);
  });
