import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { colocationPremises, colocationPremisesCapacity } from "#db/schema/index.ts";
import { uuidArray } from "#db/sql-arrays.ts";
import type { Actor } from "#domain/actor.ts";
import type { PremisesDetails, PremisesForm } from "#domain/colocation/part-forms.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { withinScope } from "#db/queries/portfolio-filter.ts";
import { recordChange } from "../record-change.ts";
import { lockDraft, type DraftRefusal, type SeenCase } from "./lock-case.ts";
import { placeWhereTheyAre } from "./place-today.ts";

/** Takes a building, spaces of one, or a third party's lease into a case. Units of the case that are there are placed. */
export const addCasePremises = (
  db: Db,
  actor: Actor,
  seen: SeenCase,
  form: PremisesForm,
): Promise<Result<Id, DraftRefusal | "noSuchPremises" | "isThere">> =>
  db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, seen);
    if (!draft.ok) return draft;
    const { organisationId } = actor;
    const kind = form.contractId ? "lease" : form.spaceIds.length > 0 ? "spaces" : "building";
    const [house] = await tx.execute<{ name: string }>(sql`
      select r.name from portfolio_row_now r where r.building_id = ${form.buildingId} and not r.is_protected
         and ${withinScope(actor, "colocation")}
         and (${kind} <> 'lease' or exists (select 1 from tenancy t join contract k on k.id = t.contract_id
           where k.id = ${form.contractId ?? null}::uuid and k.kind = 'thirdPartyIn' and k.organisation_id = ${organisationId}
             and t.building_id = r.building_id and t.side = 'in'))
         and (${kind} <> 'spaces' or ${form.spaceIds.length} = (select count(*)::int from space s
           where s.id = any (${uuidArray(form.spaceIds)}) and s.building_id = r.building_id))`);
    if (!house) return refused("noSuchPremises");
    const [twice] = await tx.execute(sql`
      select 1 from colocation_premises where case_id = ${seen.id} and building_id = ${form.buildingId} and kind = ${kind}
         and contract_id is not distinct from ${form.contractId ?? null}::uuid
         and (kind <> 'spaces' or space_ids && ${uuidArray(form.spaceIds)})`);
    if (twice) return refused("isThere");
    const id = newId();
    await tx.insert(colocationPremises).values({
      ...{ id, organisationId, caseId: seen.id, kind, buildingId: form.buildingId },
      ...{ contractId: form.contractId ?? null, spaceIds: form.spaceIds },
      whenVacated: kind === "lease" ? "endLease" : "keep",
    });
    await placeWhereTheyAre(tx, actor, seen.id);
    await recordChange(tx, actor, {
      ...{ action: "addPremises", entity: "colocationCase", entityId: seen.id },
      changes: { premises: { from: null, to: house.name } },
    });
    return done(id);
  });

/** Says what becomes of premises when they are empty, from when, and what rooms they have. */
export const describeCasePremises = (
  db: Db,
  actor: Actor,
  seen: SeenCase,
  id: Id,
  details: PremisesDetails,
): Promise<Result<Id, DraftRefusal | "noSuchPremises" | "notALease" | "notOurs">> =>
  db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, seen);
    if (!draft.ok) return draft;
    const [before] = await tx.execute<{ kind: string; whenVacated: string; tenure: string }>(sql`
      select p.kind, p.when_vacated as "whenVacated", r.tenure from colocation_premises p
        join portfolio_row_now r on r.building_id = p.building_id
       where p.id = ${id} and p.case_id = ${seen.id}`);
    if (!before) return refused("noSuchPremises");
    if (details.whenVacated === "endLease" && before.kind !== "lease") return refused("notALease");
    if (details.whenVacated === "sell" && before.tenure !== "owned") return refused("notOurs");
    await tx.execute(sql`
      update colocation_premises set when_vacated = ${details.whenVacated}, exit_on = ${details.exitOn}::date where id = ${id}`);
    await tx.execute(sql`delete from colocation_premises_capacity where colocation_premises_id = ${id}`);
    const own = { organisationId: actor.organisationId, colocationPremisesId: id };
    if (details.capacity.length > 0)
      await tx.insert(colocationPremisesCapacity).values(details.capacity.map((one) => ({ ...own, ...one })));
    await recordChange(tx, actor, {
      ...{ action: "describePremises", entity: "colocationCase", entityId: seen.id },
      changes: {
        whenVacated: { from: before.whenVacated, to: details.whenVacated },
        details: { from: null, to: details },
      },
    });
    return done(id);
  });

/** Takes premises out of a case; units that scenarios had there are then nowhere. */
export const removeCasePremises = (
  db: Db,
  actor: Actor,
  seen: SeenCase,
  id: Id,
): Promise<Result<Id, DraftRefusal | "noSuchPremises">> =>
  db.transaction(async (tx) => {
    const draft = await lockDraft(tx, actor, seen);
    if (!draft.ok) return draft;
    const [gone] = await tx.execute<{ name: string }>(sql`
      delete from colocation_premises p using building b where p.id = ${id} and p.case_id = ${seen.id}
         and b.id = p.building_id returning b.name`);
    if (!gone) return refused("noSuchPremises");
    await recordChange(tx, actor, {
      ...{ action: "removePremises", entity: "colocationCase", entityId: seen.id },
      changes: { premises: { from: gone.name, to: null } },
    });
    return done(id);
  });
