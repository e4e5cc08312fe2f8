import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { colocationUnit, colocationUnitHours, colocationUnitNeed } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { UnitDetails, UnitForm } from "#domain/colocation/part-forms.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { lockDraft, type DraftRefusal, type SeenCase } from "./lock-case.ts";
import { placeWhereTheyAre } from "./place-today.ts";

/** Takes a unit of the register into a case. A protected unit is in no case: a case is read by many and printed. */
export const addCaseUnit = (
  db: Db,
  actor: Actor,
  seen: SeenCase,
  form: UnitForm,
): Promise<Result<Id, DraftRefusal | "noSuchUnit" | "protected" | "isThere">> =>
  db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, seen);
    if (!draft.ok) return draft;
    const [unit] = await tx.execute<{ name: string; isProtected: boolean; isThere: boolean }>(sql`
      select u.name, u.is_protected as "isProtected", exists (
               select 1 from colocation_unit x where x.case_id = ${seen.id} and x.unit_id = u.id) as "isThere"
        from unit u where u.id = ${form.unitId} and u.organisation_id = ${actor.organisationId}`);
    if (!unit) return refused("noSuchUnit");
    if (unit.isProtected) return refused("protected");
    if (unit.isThere) return refused("isThere");
    const id = newId();
    await tx.insert(colocationUnit).values({
      ...{ id, organisationId: actor.organisationId, caseId: seen.id },
      ...{ unitId: form.unitId, employees: form.employees },
    });
    await placeWhereTheyAre(tx, actor, seen.id);
    await recordChange(tx, actor, {
      ...{ action: "addUnit", entity: "colocationCase", entityId: seen.id },
      changes: { unit: { from: null, to: unit.name } },
    });
    return done(id);
  });

/** Says how many of a unit move, what they need, and when they are there; what was said before is replaced. */
export const describeCaseUnit = (
  db: Db,
  actor: Actor,
  seen: SeenCase,
  id: Id,
  details: UnitDetails,
): Promise<Result<Id, DraftRefusal | "noSuchUnit">> =>
  db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, seen);
    if (!draft.ok) return draft;
    const [before] = await tx.execute<{ employees: number }>(sql`
      select employees from colocation_unit where id = ${id} and case_id = ${seen.id} for update`);
    if (!before) return refused("noSuchUnit");
    const { organisationId } = actor;
    await tx.execute(sql`update colocation_unit set employees = ${details.employees} where id = ${id}`);
    await tx.execute(sql`delete from colocation_unit_need where colocation_unit_id = ${id}`);
    await tx.execute(sql`delete from colocation_unit_hours where colocation_unit_id = ${id}`);
    const own = { organisationId, colocationUnitId: id };
    if (details.needs.length > 0)
      await tx.insert(colocationUnitNeed).values(details.needs.map((need) => ({ ...own, ...need })));
    if (details.hours.length > 0)
      await tx.insert(colocationUnitHours).values(details.hours.map((hours) => ({ ...own, ...hours })));
    await recordChange(tx, actor, {
      ...{ action: "describeUnit", entity: "colocationCase", entityId: seen.id },
      changes: {
        employees: { from: before.employees, to: details.employees },
        details: { from: null, to: details },
      },
    });
    return done(id);
  });

/** Takes a unit out of a case, with its places in every scenario and what was said of it. */
export const removeCaseUnit = (
  db: Db,
  actor: Actor,
  seen: SeenCase,
  id: Id,
): Promise<Result<Id, DraftRefusal | "noSuchUnit">> =>
  db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, seen);
    if (!draft.ok) return draft;
    const [gone] = await tx.execute<{ name: string }>(sql`
      delete from colocation_unit x using unit u where x.id = ${id} and x.case_id = ${seen.id} and u.id = x.unit_id
      returning u.name`);
    if (!gone) return refused("noSuchUnit");
    await recordChange(tx, actor, {
      ...{ action: "removeUnit", entity: "colocationCase", entityId: seen.id },
      changes: { unit: { from: gone.name, to: null } },
    });
    return done(id);
  });
