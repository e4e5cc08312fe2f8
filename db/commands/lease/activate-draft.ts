import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getGatherings } from "#db/queries/hand-over/get-gatherings.ts";
import { getDraft, type LeaseDraft } from "#db/queries/lease/get-draft.ts";
import { findLeaseHolder, getPremiseFacts } from "#db/queries/lease/get-premise-facts.ts";
import { contract, leaseAmendment } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, type Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { checkLease } from "#domain/lease/check-lease.ts";
import type { LeaseFault } from "#domain/lease/lease-fault.ts";
import { keepsLeases } from "#domain/lease/keeps-leases.ts";
import type { LeaseForm } from "#domain/lease/lease-form.ts";
import type { ReadLease } from "#domain/lease/read-lease.ts";
import { mayEnterThirdPartyLease } from "#domain/lease/who-enters-leases.ts";
import { recordChange } from "../record-change.ts";
import { refreshPortfolio } from "../refresh-portfolio.ts";
import { holdRentedArea } from "./hold-rented-area.ts";
import { refreshLeaseLevels } from "./refresh-lease-levels.ts";
import { nextLeaseNumber, writePremises, writeTerms } from "./write-agreement.ts";

export type Activation =
  | { ok: true; value: { id: Id; number: string } }
  | { ok: false; refusal: "notAllowed" | "notFound" | "changedMeanwhile" | "takenMeanwhile" }
  | { ok: false; refusal: "faults"; faults: LeaseFault[] };

/** What the database says where somebody else took a space between the check and the writing. */
const exclusionViolation = "23P01";
const codeOf = (error: unknown): unknown =>
  (error as { code?: unknown; cause?: { code?: unknown } }).code ??
  (error as { cause?: { code?: unknown } }).cause?.code;

/**
 * Makes a lease of a draft, in one transaction: checked as a whole, numbered, its spaces taken (split where only part of a floor
 * is let), its terms, rent and parties written, the portfolio and its m² brought up to date. What is wrong is answered, all of it,
 * and then nothing has happened. Activated twice it is one lease.
 */
export async function activateDraft(
  db: Db,
  actor: Actor,
  id: Id,
  revision: number,
  now: Date,
): Promise<Activation> {
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from lease_draft where id = ${id} for update`);
      const draft = await getDraft(tx, actor, id);
      if (!draft) return { ok: false, refusal: "notFound" };
      if (!keepsLeases(actor)) return { ok: false, refusal: "notAllowed" };
      if (draft.contractId !== null) return { ok: true, value: await numberOf(tx, draft.contractId) };
      if (draft.revision !== revision) return { ok: false, refusal: "changedMeanwhile" };
      const { lease, faults } = checkLease(draft.form, await getPremiseFacts(tx, actor, draft.form), null);
      if (!lease || faults.length > 0) return { ok: false, refusal: "faults", faults };
      if (!(await mayEnter(tx, actor, draft.form, dayAt(now)))) return { ok: false, refusal: "notAllowed" };
      return { ok: true, value: await writeLease(tx, actor, draft, lease, now) };
    });
  } catch (error) {
    if (codeOf(error) === exclusionViolation) return { ok: false, refusal: "takenMeanwhile" };
    throw error;
  }
}

/** Whoever keeps leases of one administration does not enter those of another that has handed all of its own over. */
async function mayEnter(tx: Db, actor: Actor, form: LeaseForm, today: Day): Promise<boolean> {
  if (form.kind !== "thirdPartyIn") return true;
  const { administrationId } = await findLeaseHolder(tx, actor, form);
  const gathering = administrationId && (await getGatherings(tx, actor, today)).get(administrationId);
  return gathering ? mayEnterThirdPartyLease(actor, administrationId, gathering) : false;
}

async function numberOf(tx: Db, id: Id): Promise<{ id: Id; number: string }> {
  const [row] = await tx.execute<{ number: string }>(sql`select number from contract where id = ${id}`);
  return { id, number: row!.number };
}

async function writeLease(
  tx: Db,
  actor: Actor,
  { id: draftId, form }: LeaseDraft,
  lease: ReadLease,
  now: Date,
) {
  const { organisationId } = actor;
  const today = dayAt(now);
  const [id, amendmentId] = [newId(), newId()];
  const number = await nextLeaseNumber(tx, organisationId, form.kind);
  const { unitId, administrationId } = await findLeaseHolder(tx, actor, form);
  const period = { validFrom: lease.validFrom, validTo: lease.validTo };
  const other = form.kind === "thirdPartyIn" ? form.parties.landlord : form.parties.tenant;
  await tx.insert(contract).values({
    ...{ id, organisationId, number, kind: form.kind, administrationId, unitId, ...period },
    counterparty: form.kind === "internal" ? null : other.name.trim(),
    noticeMonths: lease.terms.tenantNoticeMonths,
    nonTerminableUntil: lease.terms.tenantBoundUntil,
    ...{ knownFrom: lease.validFrom, source: "Ejendomsportalen", recordedOn: today },
  });
  await tx.insert(leaseAmendment).values({
    ...{ id: amendmentId, organisationId, contractId: id, number: 0, fromDay: lease.validFrom },
    ...{ reason: "Kontrakt", madeBy: actor.accountId, madeAt: now },
  });
  await writePremises(tx, { organisationId, contractId: id }, form.kind, lease.premises);
  const agreement = {
    organisationId,
    contractId: id,
    amendmentId,
    source: `Lejekontrakt ${number}`,
    ...period,
  };
  await writeTerms(tx, agreement, form, lease);
  await tx.execute(sql`
    update lease_draft set contract_id = ${id}, activated_at = ${now.toISOString()}::timestamptz where id = ${draftId}`);
  await tx.execute(sql`update lease_document set contract_id = ${id} where draft_id = ${draftId}`);
  const buildings = [...new Set(lease.premises.map(({ buildingId }) => buildingId))];
  if (form.kind === "thirdPartyIn") await holdRentedArea(tx, organisationId, buildings, lease.validFrom);
  await refreshPortfolio(tx, organisationId, buildings);
  await refreshLeaseLevels(tx, organisationId, { inBuildings: buildings });
  await recordChange(tx, actor, {
    ...{ action: "activate", entity: "lease", entityId: id },
    changes: { number: { from: null, to: number }, validFrom: { from: null, to: lease.validFrom } },
  });
  return { id, number };
}
