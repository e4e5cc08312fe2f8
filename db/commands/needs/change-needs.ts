import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { withinAdministrations } from "#db/queries/needs/visible-needs.ts";
import { administrationPlan, locationNeed } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { NeedForm, PlanForm, PlanKey } from "#domain/colocation/needs/need-form.ts";
import { dayAt } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

type PlaceRefusal = "notAllowed" | "noSuchDistrict";

/**
 * Whether the actor plans for an administration, and the district is the organisation's. Until the transaction ends nobody else
 * changes that administration's plans, so that what is sent twice at once is written once.
 */
async function refusalOf(
  tx: Db,
  actor: Actor,
  form: { administrationId: Id; districtId: Id | null },
): Promise<PlaceRefusal | null> {
  await tx.execute(sql`select 1 from administration where id = ${form.administrationId} for no key update`);
  const [place] = await tx.execute<{ isDistrict: boolean }>(sql`
    select ${form.districtId}::uuid is null or exists (select 1 from district d
             where d.id = ${form.districtId}::uuid and d.organisation_id = ${actor.organisationId}) as "isDistrict"
      from (select id as administration_id, organisation_id from administration) a
     where a.administration_id = ${form.administrationId} and ${withinAdministrations(actor, sql`a`, "write")}`);
  if (!place) return "notAllowed";
  return place.isDistrict ? null : "noSuchDistrict";
}

/** Says how many an administration expects in a district and year; a figure that is there already is replaced. */
export const setPlanLine = (
  db: Db,
  actor: Actor,
  form: PlanForm,
  now: Date,
): Promise<Result<Id, PlaceRefusal>> =>
  db.transaction(async (tx) => {
    const refusal = await refusalOf(tx, actor, form);
    if (refusal) return refused(refusal);
    const [before] = await tx.execute<{ id: Id; quantity: number }>(sql`
      select id, quantity from administration_plan
       where administration_id = ${form.administrationId} and kind = ${form.kind} and year = ${form.year}
         and district_id is not distinct from ${form.districtId}::uuid for update`);
    const id = before?.id ?? newId();
    const values = { ...form, recordedOn: dayAt(now) };
    if (before)
      await tx.execute(sql`update administration_plan set quantity = ${form.quantity}, source = ${form.source},
        recorded_on = ${values.recordedOn} where id = ${id}`);
    else await tx.insert(administrationPlan).values({ id, organisationId: actor.organisationId, ...values });
    await recordChange(tx, actor, {
      ...{ action: before ? "change" : "create", entity: "administrationPlan", entityId: id },
      changes: {
        quantity: { from: before?.quantity ?? null, to: form.quantity },
        year: { from: null, to: form.year },
      },
    });
    return done(id);
  });

/** Takes a figure out of a plan. */
export const removePlanLine = (
  db: Db,
  actor: Actor,
  { administrationId, districtId, kind, year }: PlanKey,
): Promise<Result<Id, "notFound">> =>
  db.transaction(async (tx) => {
    const [gone] = await tx.execute<{ id: Id; quantity: number }>(sql`
      delete from administration_plan p
       where p.administration_id = ${administrationId} and p.kind = ${kind} and p.year = ${year}
         and p.district_id is not distinct from ${districtId}::uuid and ${withinAdministrations(actor, sql`p`, "write")}
      returning p.id, p.quantity`);
    if (!gone) return refused("notFound");
    await recordChange(tx, actor, {
      ...{ action: "remove", entity: "administrationPlan", entityId: gone.id },
      changes: { quantity: { from: gone.quantity, to: null }, year: { from: year, to: null } },
    });
    return done(gone.id);
  });

/** Notes premises that an administration will need; the same need sent again is the one that is there. */
export const addNeed = (db: Db, actor: Actor, form: NeedForm, now: Date): Promise<Result<Id, PlaceRefusal>> =>
  db.transaction(async (tx) => {
    const refusal = await refusalOf(tx, actor, form);
    if (refusal) return refused(refusal);
    const [same] = await tx.execute<{ id: Id }>(sql`
      select id from location_need
       where administration_id = ${form.administrationId} and name = ${form.name} and unit_kind = ${form.unitKind}
         and district_id is not distinct from ${form.districtId}::uuid and area_m2 = ${form.areaM2}::numeric(12, 2)
         and needed_from = ${form.neededFrom}::date and years = ${form.years} and note is not distinct from ${form.note}`);
    if (same) return done(same.id);
    const id = newId();
    const { organisationId, accountId } = actor;
    await tx
      .insert(locationNeed)
      .values({ id, organisationId, ...form, createdBy: accountId, createdAt: now });
    await recordChange(tx, actor, {
      ...{ action: "create", entity: "locationNeed", entityId: id },
      changes: { name: { from: null, to: form.name }, areaM2: { from: null, to: form.areaM2 } },
    });
    return done(id);
  });

/** Takes a need away: it was met, or is no more. */
export const removeNeed = (db: Db, actor: Actor, id: Id): Promise<Result<Id, "notFound">> =>
  db.transaction(async (tx) => {
    const [gone] = await tx.execute<{ name: string }>(sql`
      delete from location_need n where n.id = ${id} and ${withinAdministrations(actor, sql`n`, "write")} returning n.name`);
    if (!gone) return refused("notFound");
    await recordChange(tx, actor, {
      ...{ action: "remove", entity: "locationNeed", entityId: id },
      changes: { name: { from: gone.name, to: null } },
    });
    return done(id);
  });
