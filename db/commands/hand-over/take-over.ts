import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getImportContext } from "#db/queries/import-context.ts";
import type { Actor } from "#domain/actor.ts";
import { addDays, dayAt, parseDay, type Day } from "#domain/day.ts";
import { stateAfter } from "#domain/hand-over/hand-over-state.ts";
import { judgeTakeOver, type TakeOverFault } from "#domain/hand-over/judge-take-over.ts";
import type { Id } from "#domain/id.ts";
import { refreshLeaseLevels } from "../lease/refresh-lease-levels.ts";
import { turnTerms } from "../lease/turn-terms.ts";
import { recordChange } from "../record-change.ts";
import { refreshPortfolio } from "../refresh-portfolio.ts";
import { bringIn, type BroughtIn } from "./bring-in.ts";
import { letOn } from "./let-on.ts";
import { moveInto } from "./move-into.ts";
import { holdHandOver, moveHandOver, type Held, type SeenHandOver } from "./note-hand-over.ts";

export interface TakeOverForm {
  /** The first day on which KEjd has it, as typed. */
  from: string;
  /** Whether KEjd lets a lease on to the administration from the same day, at the rent it pays. */
  isLetOn: boolean;
}

export interface TakenOver {
  buildingIds: Id[];
  /** What moved from outside to KEjd, m². */
  movedM2: number;
  from: Day;
}

export type TakeOverAnswer =
  | { ok: true; value: TakenOver }
  | { ok: false; refusal: "notAllowed" | "changed" | "notNow" | "notOutside" }
  | { ok: false; refusal: "faults"; faults: TakeOverFault[] };

/**
 * KEjd takes a lease or property over from a day, in one transaction: the lease is known from then (a lease nobody knew
 * becomes one), its m² move from outside to leased in (or owned), its documents lie on the building, the read model and
 * the record follow. Owned + leased in + outside stays what it was, but for what nobody had counted before.
 */
export async function takeOver(
  db: Db,
  actor: Actor,
  seen: SeenHandOver,
  form: TakeOverForm,
  now: Date,
): Promise<TakeOverAnswer> {
  const { outline } = await getImportContext(db, actor, { now });
  return db.transaction(async (tx): Promise<TakeOverAnswer> => {
    await tx.execute(sql`select 1 from organisation where id = ${actor.organisationId} for no key update`);
    const held = await holdHandOver(tx, actor, seen.id);
    if (!held || held.side !== "kejd") return { ok: false, refusal: "notAllowed" };
    if (held.version !== seen.version) return { ok: false, refusal: "changed" };
    const state = stateAfter(held.state, "takenOver", held.side);
    if (!state) return { ok: false, refusal: "notNow" };
    const [from, today] = [parseDay(form.from), dayAt(now)];
    const isKnown = held.buildingId !== null;
    const faults = judgeTakeOver({ kind: held.kind, facts: held.facts, isKnown, from, today, outline });
    if (faults.length > 0) return { ok: false, refusal: "faults", faults };
    const came = isKnown
      ? await know(tx, actor, held, from!)
      : await bringIn(tx, actor, held, { from: from!, today });
    if (!came) return { ok: false, refusal: "notOutside" };
    if (held.kind === "lease" && form.isLetOn)
      await letOn(tx, actor, held, came.contractId!, { from: from!, today });
    await settle(tx, actor, held, came, { from: from!, now });
    const { buildingIds, movedM2 } = came;
    await refreshPortfolio(tx, actor.organisationId, buildingIds);
    await refreshLeaseLevels(tx, actor.organisationId, { inBuildings: buildingIds });
    return { ok: true, value: { buildingIds, movedM2, from: from! } };
  });
}

/** What the register has already becomes KEjd's; null where its building no longer stands outside. */
async function know(tx: Db, actor: Actor, held: Held, from: Day): Promise<BroughtIn | null> {
  if (held.kind === "property") {
    const moved = await moveInto(tx, actor, [held.buildingId!], "owned", from);
    return moved && { ...moved, contractId: null };
  }
  const { facts, contractId } = held;
  const buildings = await tx.execute<{ id: Id }>(sql`
    select distinct t.building_id as id from tenancy t where t.contract_id = ${contractId}::uuid and t.side = 'in'
       and t.organisation_id = ${actor.organisationId} and (t.valid_to is null or t.valid_to > ${from}::date)`);
  const moved = await moveInto(
    tx,
    actor,
    buildings.map(({ id }) => id),
    "leasedIn",
    from,
    contractId,
  );
  if (!moved) return null;
  await tx.execute(sql`
    update contract set known_from = ${from}::date, counterparty = ${facts.counterparty}, notice_months = ${facts.noticeMonths},
           valid_to = ${facts.lastDay ? addDays(facts.lastDay, 1) : null}::date,
           non_terminable_until = ${facts.nonTerminableUntil}::date, annual_rent_ore = ${facts.annualRentOre},
           unit_id = ${held.unitId}
     where id = ${contractId}::uuid and organisation_id = ${actor.organisationId}`);
  await correctTerms(tx, contractId!, held, from);
  return { ...moved, contractId };
}

/** Terms that somebody had written down say from the day what the administration has put right; without any, the lease itself does. */
async function correctTerms(tx: Db, contractId: Id, { facts }: Held, from: Day): Promise<void> {
  const told = { tenant_notice_months: facts.noticeMonths, tenant_bound_until: facts.nonTerminableUntil };
  const others = await tx.execute(sql`
    select 1 from lease_term where contract_id = ${contractId}::uuid
       and (tenant_notice_months, tenant_bound_until) is distinct from (${facts.noticeMonths}::smallint, ${facts.nonTerminableUntil}::date)
       and valid_from <= ${from}::date and (valid_to is null or valid_to > ${from}::date)`);
  if (others.length > 0) await turnTerms(tx, contractId, from, { ...told, source: "Overdragelse" });
}

/** The end of the hand-over itself: its state, its documents on the building, and the record. */
async function settle(
  tx: Db,
  actor: Actor,
  held: Held,
  { buildingIds, contractId, movedM2 }: BroughtIn,
  { from, now }: { from: Day; now: Date },
): Promise<void> {
  await tx.execute(sql`
    update hand_over set taken_over_from = ${from}::date, state = 'takenOver', contract_id = ${contractId}::uuid,
           building_id = ${buildingIds[0]!}::uuid
     where id = ${held.id}::uuid and organisation_id = ${actor.organisationId}`);
  await moveHandOver(tx, actor, held, { event: "takenOver", state: "takenOver", at: now });
  await tx.execute(sql`
    insert into document (id, organisation_id, building_id, title, kind, file_name, media_type, bytes, sha256, storage_key,
      uploaded_by, created_at)
    select d.id, d.organisation_id, ${buildingIds[0]!}::uuid, d.title, ${held.kind === "lease" ? "contract" : "other"},
           d.file_name, d.media_type, d.bytes, d.sha256, d.storage_key, d.uploaded_by, d.created_at
      from hand_over_document d where d.hand_over_id = ${held.id}::uuid and d.organisation_id = ${actor.organisationId}
    on conflict do nothing`);
  await recordChange(tx, actor, {
    ...{ action: "takeOver", entity: "handOver", entityId: held.id },
    changes: {
      state: { from: held.state, to: "takenOver" },
      knownFrom: { from: null, to: from },
      contractId: { from: held.contractId, to: contractId },
      movedM2: { from: null, to: movedM2 },
    },
  });
}
