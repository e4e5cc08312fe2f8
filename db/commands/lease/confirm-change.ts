import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { listPremiseSpaces } from "#db/queries/lease/list-premise-spaces.ts";
import { uuidArray } from "#db/sql-arrays.ts";
import { leaseAmendment, leaseChange, leaseChangeStep } from "#db/schema/index.ts";
import { getLease, type Lease } from "#db/queries/rent/get-lease.ts";
import type { Actor } from "#domain/actor.ts";
import { addDays, type Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { judgePremises, type PremisesFault } from "#domain/lease/premises-change.ts";
import type { ChangePlan } from "#domain/lease/change-form.ts";
import { changeSteps } from "#domain/lease/change-plan.ts";
import { keepsLeases } from "#domain/lease/keeps-leases.ts";
import { recordChange } from "../record-change.ts";
import { refreshPortfolio } from "../refresh-portfolio.ts";
import { endLease, enterRooms, extendLease, leaveRooms, renegotiateLease } from "./apply-change.ts";
import { changedLease, changePremises } from "./change-premises.ts";
import { holdRentedArea } from "./hold-rented-area.ts";
import { takeSnapshot } from "./lease-snapshot.ts";
import { refreshLeaseLevels } from "./refresh-lease-levels.ts";

export type ChangeRefusal =
  | ("notAllowed" | "notFound" | "outsideLease" | "noEnd" | "notLonger" | "nothingNew")
  | "alreadyEnding"
  | "takenMeanwhile"
  | PremisesFault["refusal"];

export type ChangeAnswer =
  | { ok: true; value: { id: Id; number: number } }
  | { ok: false; refusal: ChangeRefusal; lease?: string; day?: Day | null; place?: string; areaM2?: number };

const exclusionViolation = "23P01";

/** Whether an error is the database's word that something else is true at that time already. */
export const isTaken = (error: unknown): boolean => {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return (code ?? cause?.code) === exclusionViolation;
};

/**
 * Makes a planned change of a lease true from its day, as a case of its own with its steps: premises, rent, terms and the services
 * that come again follow in the same transaction, and how things stood is kept for undoing. The past stays as it was.
 */
export async function confirmChange(
  db: Db,
  actor: Actor,
  contractId: Id,
  plan: ChangePlan,
  now: Date,
): Promise<ChangeAnswer> {
  try {
    return await db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from contract where id = ${contractId} for update`);
      const lease = await getLease(tx, actor, contractId);
      if (!lease) return { ok: false, refusal: "notFound" };
      if (!keepsLeases(actor)) return { ok: false, refusal: "notAllowed" };
      await holdPlaces(tx, lease, plan);
      const refusal = await refusalOf(tx, lease, plan);
      if (refusal) return refusal;
      return { ok: true, value: await writeChange(tx, actor, lease, plan, now) };
    });
  } catch (error) {
    if (isTaken(error)) return { ok: false, refusal: "takenMeanwhile" };
    throw error;
  }
}

/** Two who change the same place come one after the other, and the later meets what the first has left. */
async function holdPlaces(tx: Db, { organisationId }: Lease, { premises }: ChangePlan): Promise<void> {
  if (!premises) return;
  const ids = [...premises.back, ...premises.take].map(({ spaceId }) => spaceId);
  await tx.execute(sql`
    select 1 from space where id = any (${uuidArray(ids)}) and organisation_id = ${organisationId} order by id for update`);
}

type Refused = Extract<ChangeAnswer, { ok: false }>;

/** As it is told: a lease's last day. */
const lastDayOf = (validTo: Day | null): Day | null => validTo && addDays(validTo, -1);

/** Why a plan cannot be confirmed as the lease stands, with the lease and the day it meets; null where it can. */
export async function refusalOf(db: Db, lease: Lease, plan: ChangePlan): Promise<Refused | null> {
  const { validFrom, validTo, number } = lease;
  const { kind, effectiveOn, newEnd } = plan;
  const no = (refusal: ChangeRefusal, day: Day | null = lastDayOf(validTo)): Refused => ({
    ok: false,
    refusal,
    lease: number,
    day,
  });
  if (effectiveOn <= validFrom && kind !== "moveIn") return no("outsideLease", validFrom);
  if (kind !== "extend" && validTo !== null && effectiveOn > validTo) return no("outsideLease");
  if (kind === "moveOut" && validTo === null) return no("noEnd");
  if (kind === "terminate" && validTo !== null && effectiveOn === validTo) return no("alreadyEnding");
  if (kind === "extend" && (validTo === null || (newEnd !== null && newEnd <= validTo)))
    return no("notLonger");
  const isNew =
    Object.keys(plan.rentOre).length > 0 ||
    plan.landlordNoticeMonths !== null ||
    plan.tenantNoticeMonths !== null;
  if (kind === "renegotiate" && !isNew) return no("nothingNew");
  if (kind === "premises") return premisesRefusal(db, lease, plan);
  return kind === "terminate" && lease.kind === "thirdPartyIn" ? sublet(db, lease, effectiveOn) : null;
}

async function premisesRefusal(
  db: Db,
  lease: Lease,
  { premises = { back: [], take: [] }, effectiveOn }: ChangePlan,
): Promise<Refused | null> {
  if (lease.validTo !== null && effectiveOn >= lease.validTo)
    return { ok: false, refusal: "outsideLease", lease: lease.number, day: lastDayOf(lease.validTo) };
  const spaces = await listPremiseSpaces(db, lease.organisationId, lease.id, effectiveOn);
  const fault = judgePremises(premises, spaces, changedLease(lease, effectiveOn));
  return fault && { ok: false, ...fault };
}

/** Who rents from us what we then no longer rent must be given notice first. */
async function sublet(db: Db, lease: Lease, on: Day): Promise<Refused | null> {
  const [other] = await db.execute<{ number: string; day: Day | null }>(sql`
    select k.number, k.valid_to::text as day from tenancy mine join tenancy t on t.space_id = mine.space_id and t.side = 'out'
      join contract k on k.id = t.contract_id
     where mine.contract_id = ${lease.id} and (mine.valid_to is null or mine.valid_to > ${on}::date)
       and (t.valid_to is null or t.valid_to > ${on}::date) and (k.valid_to is null or k.valid_to > ${on}::date)
     order by k.number limit 1`);
  return other ? { ok: false, refusal: "sublet", lease: other.number, day: lastDayOf(other.day) } : null;
}

/** The changes after which a lease says something else than before. */
const amends: ReadonlySet<ChangePlan["kind"]> = new Set(["extend", "renegotiate", "terminate", "premises"]);

async function writeChange(tx: Db, actor: Actor, lease: Lease, plan: ChangePlan, now: Date) {
  const { organisationId } = actor;
  const snapshot = await takeSnapshot(tx, lease.id);
  const [last] = await tx.execute<{ change: number; amendment: number }>(sql`
    select (select coalesce(max(number), 0) from lease_change where contract_id = ${lease.id}) as change,
           (select coalesce(max(number), 0) from lease_amendment where contract_id = ${lease.id}) as amendment`);
  const [id, number] = [newId(), last!.change + 1];
  await tx.insert(leaseChange).values({
    ...{
      id,
      organisationId,
      contractId: lease.id,
      number,
      kind: plan.kind,
      state: "confirmed",
      byParty: plan.by,
    },
    ...{
      receivedOn: plan.receivedOn,
      effectiveOn: plan.effectiveOn,
      form: plan,
      undo: snapshot,
      revision: 1,
    },
    ...{ createdBy: actor.accountId, createdAt: now, confirmedBy: actor.accountId, confirmedAt: now },
  });
  const steps = changeSteps(plan.kind, plan);
  await tx.insert(leaseChangeStep).values(
    steps.map(({ key, dueOn }, position) => ({
      ...{ id: newId(), organisationId, changeId: id, position, key, dueOn, note: "" },
    })),
  );
  if (amends.has(plan.kind))
    await tx.insert(leaseAmendment).values({
      ...{ id: newId(), organisationId, contractId: lease.id, number: last!.amendment + 1, changeId: id },
      ...{ fromDay: plan.effectiveOn, reason: plan.reason, madeBy: actor.accountId, madeAt: now },
    });
  await applyChange(tx, lease, plan, number);
  if (plan.premises) {
    const splits = await changePremises(tx, lease, plan.premises, plan.effectiveOn);
    if (splits.length > 0)
      await tx
        .update(leaseChange)
        .set({ undo: { ...snapshot, splits } })
        .where(eq(leaseChange.id, id));
  }
  await followLease(tx, organisationId, lease, snapshot.buildingIds, plan.effectiveOn);
  await recordChange(tx, actor, {
    ...{ action: plan.kind, entity: "lease", entityId: lease.id },
    changes: {
      effectiveOn: { from: lease.validTo, to: plan.effectiveOn },
      reason: { from: null, to: plan.reason },
    },
  });
  return { id, number };
}

async function applyChange(tx: Db, lease: Lease, plan: ChangePlan, number: number): Promise<void> {
  if (plan.kind === "terminate") await endLease(tx, lease, plan.effectiveOn);
  if (plan.kind === "extend") await extendLease(tx, lease, plan.newEnd);
  if (plan.kind === "renegotiate")
    await renegotiateLease(tx, lease, plan, `${lease.number}, ændring ${number}`);
  if (plan.kind === "moveIn")
    await enterRooms(tx, lease, plan.effectiveOn, `${lease.number}, ændring ${number}`);
  if (plan.kind === "moveOut" && lease.unitId) await leaveRooms(tx, lease.id, lease.unitId, plan.effectiveOn);
}

/** Brings everything that reads a lease up to date: the m² we rent, the portfolio, and the lease's levels. */
export async function followLease(
  tx: Db,
  organisationId: Id,
  lease: Pick<Lease, "id" | "kind">,
  buildingIds: Id[],
  from: Day,
): Promise<void> {
  if (lease.kind === "thirdPartyIn") await holdRentedArea(tx, organisationId, buildingIds, from);
  await refreshPortfolio(tx, organisationId, buildingIds);
  await refreshLeaseLevels(tx, organisationId, [lease.id]);
}
