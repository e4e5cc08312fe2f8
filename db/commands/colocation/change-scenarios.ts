import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { colocationDependency, colocationPlacement, colocationScenario } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { PlacementForm } from "#domain/colocation/part-forms.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { lockDraft, type DraftRefusal, type SeenCase } from "./lock-case.ts";

type ScenarioRefusal = DraftRefusal | "noSuchScenario";

/** What a copy takes along: where units are, and who waits for whom. */
const copied = [
  [
    "colocation_placement",
    "organisation_id, colocation_unit_id, colocation_premises_id, standing, move_order, from_day",
  ],
  ["colocation_dependency", "organisation_id, colocation_unit_id, after_unit_id, reason"],
] as const;

/** Makes a scenario that begins as another is, and says so. */
export const copyScenario = (
  db: Db,
  actor: Actor,
  seen: SeenCase,
  from: { id: Id; name: string },
  now: Date,
): Promise<Result<Id, ScenarioRefusal | "nameTaken">> =>
  db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, seen);
    if (!draft.ok) return draft;
    const like = await scenarioOf(tx, seen.id, from.id);
    if (!like) return refused("noSuchScenario");
    const [same] = await tx.execute(
      sql`select 1 from colocation_scenario where case_id = ${seen.id} and name = ${from.name}`,
    );
    if (same) return refused("nameTaken");
    const id = newId();
    await tx.insert(colocationScenario).values({
      ...{
        id,
        organisationId: actor.organisationId,
        caseId: seen.id,
        name: from.name,
        copiedFromId: from.id,
      },
      ...{ createdBy: actor.accountId, createdAt: now },
    });
    for (const [table, columns] of copied)
      await tx.execute(sql`
        insert into ${sql.identifier(table)} (scenario_id, ${sql.raw(columns)})
        select ${id}, ${sql.raw(columns)} from ${sql.identifier(table)} where scenario_id = ${from.id}`);
    await recordChange(tx, actor, {
      ...{ action: "copyScenario", entity: "colocationCase", entityId: seen.id },
      changes: { scenario: { from: like.name, to: from.name } },
    });
    return done(id);
  });

/** Takes a scenario away; the base stays, because all others are told against it. */
export const removeScenario = (
  db: Db,
  actor: Actor,
  seen: SeenCase,
  id: Id,
): Promise<Result<Id, ScenarioRefusal | "isBase">> =>
  db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, seen);
    if (!draft.ok) return draft;
    const scenario = await scenarioOf(tx, seen.id, id);
    if (!scenario) return refused("noSuchScenario");
    if (scenario.isBase) return refused("isBase");
    await tx.execute(sql`delete from colocation_scenario where id = ${id}`);
    await recordChange(tx, actor, {
      ...{ action: "removeScenario", entity: "colocationCase", entityId: seen.id },
      changes: { scenario: { from: scenario.name, to: null } },
    });
    return done(id);
  });

/**
 * Puts a unit in premises in one scenario, pins it there, forbids it there, or takes it away from there. A unit is in one
 * place, so being put somewhere takes it from where it was; other places that are forbidden stay so.
 */
export const placeUnit = (
  db: Db,
  actor: Actor,
  seen: SeenCase,
  scenarioId: Id,
  form: PlacementForm,
): Promise<Result<Id, ScenarioRefusal | "noSuchUnit" | "noSuchPremises">> =>
  db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, seen);
    if (!draft.ok) return draft;
    const scenario = await scenarioOf(tx, seen.id, scenarioId);
    if (!scenario) return refused("noSuchScenario");
    const { unitId, premisesId, standing } = form;
    const unit = await nameOfPart(tx, "unit", seen.id, unitId);
    const premises = await nameOfPart(tx, "premises", seen.id, premisesId);
    if (!unit) return refused("noSuchUnit");
    if (!premises) return refused("noSuchPremises");
    const isPlacing = standing === "assigned" || standing === "pinned";
    await tx.execute(sql`
      delete from colocation_placement where scenario_id = ${scenarioId} and colocation_unit_id = ${unitId}
         and (colocation_premises_id = ${premisesId} or (${isPlacing} and standing <> 'forbidden'))`);
    if (standing !== "none")
      await tx.insert(colocationPlacement).values({
        ...{ organisationId: actor.organisationId, scenarioId, colocationUnitId: unitId },
        ...{ colocationPremisesId: premisesId, standing },
        ...{ moveOrder: isPlacing ? (form.order ?? null) : null, fromDay: isPlacing ? form.fromDay : null },
      });
    await recordChange(tx, actor, {
      ...{ action: "placeUnit", entity: "colocationCase", entityId: seen.id },
      changes: {
        [unit]: { from: null, to: { premises, standing, scenario: scenario.name, from: form.fromDay } },
      },
    });
    return done(scenarioId);
  });

/** Says that a unit can only move after another, or no longer. */
export const setDependency = (
  db: Db,
  actor: Actor,
  seen: SeenCase,
  scenarioId: Id,
  { unitId, afterUnitId, holds }: { unitId: Id; afterUnitId: Id; holds: boolean },
): Promise<Result<Id, ScenarioRefusal | "noSuchUnit">> =>
  db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, seen);
    if (!draft.ok) return draft;
    if (!(await scenarioOf(tx, seen.id, scenarioId))) return refused("noSuchScenario");
    const unit = await nameOfPart(tx, "unit", seen.id, unitId);
    const after = await nameOfPart(tx, "unit", seen.id, afterUnitId);
    if (!unit || !after || unitId === afterUnitId) return refused("noSuchUnit");
    await tx.execute(sql`delete from colocation_dependency
      where scenario_id = ${scenarioId} and colocation_unit_id = ${unitId} and after_unit_id = ${afterUnitId}`);
    if (holds)
      await tx.insert(colocationDependency).values({
        ...{ organisationId: actor.organisationId, scenarioId, colocationUnitId: unitId, afterUnitId },
      });
    await recordChange(tx, actor, {
      ...{ action: "orderMoves", entity: "colocationCase", entityId: seen.id },
      changes: { [unit]: { from: null, to: holds ? `after ${after}` : null } },
    });
    return done(scenarioId);
  });

async function scenarioOf(tx: Db, caseId: Id, id: Id) {
  const [found] = await tx.execute<{ name: string; isBase: boolean }>(sql`
    select name, is_base as "isBase" from colocation_scenario where id = ${id} and case_id = ${caseId}`);
  return found ?? null;
}

/** What a unit or premises of a case is called; null where the case has none such. */
export async function nameOfPart(
  tx: Db,
  part: "unit" | "premises",
  caseId: Id,
  id: Id,
): Promise<string | null> {
  const [found] = await tx.execute<{ name: string }>(
    part === "unit"
      ? sql`select u.name from colocation_unit x join unit u on u.id = x.unit_id where x.id = ${id} and x.case_id = ${caseId}`
      : sql`select b.name from colocation_premises x join building b on b.id = x.building_id
             where x.id = ${id} and x.case_id = ${caseId}`,
  );
  return found?.name ?? null;
}
