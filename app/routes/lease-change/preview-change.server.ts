import type { Db } from "#db/client.server.ts";
import { refusalOf } from "#db/commands/lease/confirm-change.ts";
import { countStoppedServices } from "#db/queries/lease/count-stopped-services.ts";
import type { LeaseLife } from "#db/queries/lease/get-lease-life.ts";
import { listPremiseSpaces } from "#db/queries/lease/list-premise-spaces.ts";
import type { Lease } from "#db/queries/rent/get-lease.ts";
import { getRentBasis } from "#db/queries/rent/get-rent-basis.ts";
import type { Actor } from "#domain/actor.ts";
import type { ChangePlan } from "#domain/lease/change-form.ts";
import { changeSteps, earliestEnd } from "#domain/lease/change-plan.ts";
import { leaseLevels } from "#domain/lease/lease-levels.ts";
import { areaChange } from "#domain/lease/premises-change.ts";
import { lineKey } from "#domain/rent/explain-change.ts";
import { addDays } from "#domain/day.ts";

/** What confirming a plan would do, read and written nowhere: m², rent, services, steps, and whether notice is kept. */
export async function previewChange(db: Db, actor: Actor, lease: Lease, life: LeaseLife, plan: ChangePlan) {
  const refusal = await refusalOf(db, lease, plan);
  const basis = await getRentBasis(db, actor, lease.id);
  const levelOn = (terms: typeof basis.terms) =>
    leaseLevels({ ...basis, terms }, { validFrom: addDays(plan.effectiveOn, -1), validTo: null });
  const [before] = levelOn(basis.terms);
  const changed = basis.terms.map((term) => {
    const isNow =
      term.validFrom <= plan.effectiveOn && (term.validTo === null || term.validTo > plan.effectiveOn);
    return { ...term, yearlyOre: (isNow && plan.rentOre[lineKey({ term })]) || term.yearlyOre };
  });
  const [after] = plan.premises ? await levelWith(db, lease, plan, basis) : levelOn(changed);
  const ends = plan.kind === "terminate" || plan.kind === "moveOut";
  const [terms] = life.terms;
  const notice = plan.kind === "terminate" && terms ? earliestEnd(terms, plan.by, plan.receivedOn) : null;
  return {
    refusal,
    steps: changeSteps(plan.kind, plan),
    areaM2: plan.kind === "terminate" ? (before?.areaM2 ?? 0) : null,
    beforeOre: before?.yearlyOre ?? null,
    areaChange: plan.premises ? { before: before?.areaM2 ?? 0, after: after?.areaM2 ?? 0 } : null,
    afterOre: plan.kind === "renegotiate" || plan.premises ? (after?.yearlyOre ?? null) : null,
    stopped:
      ends && lease.unitId
        ? await countStoppedServices(db, actor, lease.id, lease.unitId, plan.effectiveOn)
        : 0,
    tooEarlyFor: notice !== null && plan.effectiveOn < notice ? notice : null,
  };
}

/** What the lease covers and costs from the day, with the m² that it hands back and takes. */
async function levelWith(
  db: Db,
  lease: Lease,
  { premises, effectiveOn }: ChangePlan,
  basis: Awaited<ReturnType<typeof getRentBasis>>,
) {
  const spaces = await listPremiseSpaces(db, lease.organisationId, lease.id, effectiveOn);
  const change = { areaM2: areaChange(premises!, spaces), validFrom: effectiveOn, validTo: null };
  return leaseLevels(
    { ...basis, areas: [...basis.areas, change] },
    { validFrom: effectiveOn, validTo: null },
  );
}
