import type { Day } from "../day-count.ts";
import type { Id } from "../id.ts";
import { eanCheckDigit } from "./ean.ts";
import type { LeaseForm } from "./lease-form.ts";
import type { LeaseStep } from "./lease-step.ts";
import type { LeaseKind } from "./lease-search.ts";
import { readLease, type ReadLease, type ReadPremise } from "./read-lease.ts";

/** What the register knows of the premises that a lease names. */
export interface PremiseFacts {
  spaces: readonly {
    id: Id;
    number: string;
    areaM2: number;
    floorId: Id;
    isUndivided: boolean;
    validFrom: Day;
    validTo: Day | null;
    tenancies: readonly {
      lease: string;
      contractId: Id;
      side: "in" | "out";
      validFrom: Day;
      validTo: Day | null;
    }[];
  }[];
  floors: readonly {
    id: Id;
    level: number;
    areaM2: number;
    buildingId: Id;
    validFrom: Day;
    validTo: Day | null;
  }[];
  buildings: readonly {
    id: Id;
    name: string;
    versions: readonly { tenure: "owned" | "leasedIn" | "outside"; validFrom: Day; validTo: Day | null }[];
  }[];
  /** Whether the unit and the administration that are named exist, by the actor's scope. */
  hasUnit: boolean;
  hasAdministration: boolean;
}

export type LeaseFaultKind =
  | ("day" | "dayRequired" | "endBeforeStart" | "number" | "month")
  | ("noTenant" | "noLandlord" | "noUnit" | "noAdministration" | "cvr" | "ean" | "mail")
  | (
      | "noPremises"
      | "noSpace"
      | "taken"
      | "twice"
      | "tooMuch"
      | "outsideLease"
      | "notOurs"
      | "ownBuilding"
      | "handOver"
    )
  | ("noRent" | "noBase" | "sameLine" | "capBelowFloor" | "boundAfterEnd");

/** One thing that keeps a lease from being activated: where it is, what, and the lease and the day it meets. */
export interface LeaseFault {
  step: LeaseStep;
  field: string;
  fault: LeaseFaultKind;
  typed?: string;
  lease?: string;
  place?: string;
  /** The floor, where it is m² of one. */
  level?: number;
  day?: Day | null;
  areaM2?: number;
}

/** Which side of the register a kind of lease stands on: we rent it, or we let it. */
export const sideOf = (kind: LeaseKind): "in" | "out" => (kind === "thirdPartyIn" ? "in" : "out");

interface Period {
  validFrom: Day;
  validTo: Day | null;
}

const overlaps = (a: Period, b: Period): boolean =>
  (a.validTo === null || a.validTo > b.validFrom) && (b.validTo === null || b.validTo > a.validFrom);
const covers = (outer: Period, inner: Period): boolean =>
  outer.validFrom <= inner.validFrom &&
  (outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo));

/**
 * Everything that is wrong with a lease before it can be activated, checked as a whole: what cannot be read, parties that are
 * missing, spaces that do not exist as of the day or that another lease has, more m² than an undivided floor has left.
 * @example checkLease(form, facts, null).faults.map(({ fault }) => fault) // ["taken"]
 */
export function checkLease(
  form: LeaseForm,
  facts: PremiseFacts,
  ownContractId: Id | null,
): { lease: ReadLease | null; faults: LeaseFault[] } {
  const { lease, faults } = readLease(form);
  const found: LeaseFault[] = [...faults, ...partyFaults(form, facts)];
  if (lease) {
    if (lease.premises.length === 0) found.push({ step: "premises", field: "premises", fault: "noPremises" });
    for (const premise of lease.premises)
      found.push(...premiseFaults(form.kind, lease, premise, facts, ownContractId));
    found.push(...twiceFaults(lease.premises), ...rentFaults(lease), ...termFaults(lease));
  }
  return { lease, faults: found };
}

function partyFaults({ kind, parties, unit, administration }: LeaseForm, facts: PremiseFacts): LeaseFault[] {
  const faults: LeaseFault[] = [];
  const add = (field: string, fault: LeaseFaultKind, typed = "") =>
    faults.push({ step: "parties", field, fault, typed });
  if (parties.landlord.name.trim() === "") add("parties.landlord.name", "noLandlord");
  if (parties.tenant.name.trim() === "") add("parties.tenant.name", "noTenant");
  if (kind === "internal" && !facts.hasUnit) add("unit", "noUnit", unit);
  if (kind === "thirdPartyIn" && !facts.hasUnit && !facts.hasAdministration)
    add("administration", "noAdministration", administration);
  for (const [role, { cvr, ean, mail }] of Object.entries(parties)) {
    if (cvr.trim() && !/^\d{8}$/.test(cvr.trim())) add(`parties.${role}.cvr`, "cvr", cvr);
    if (ean.trim() && !isEan(ean.trim())) add(`parties.${role}.ean`, "ean", ean);
    if (mail.trim() && !/^\S+@\S+\.\S+$/.test(mail.trim())) add(`parties.${role}.mail`, "mail", mail);
  }
  return faults;
}

const isEan = (text: string): boolean =>
  /^\d{13}$/.test(text) && eanCheckDigit(text.slice(0, 12)) === Number(text[12]);

function premiseFaults(
  kind: LeaseKind,
  lease: ReadLease,
  premise: ReadPremise,
  facts: PremiseFacts,
  ownContractId: Id | null,
): LeaseFault[] {
  const side = sideOf(kind);
  const field = `premises.${premise.index}.${premise.spaceId ? "spaceId" : "areaM2"}`;
  const fault = (name: LeaseFaultKind, more: Partial<LeaseFault> = {}): LeaseFault => ({
    ...{ step: "premises", field, fault: name, day: premise.validFrom, ...more },
  });
  if (!covers(lease, premise)) return [fault("outsideLease")];
  const building = facts.buildings.find(({ id }) => id === premise.buildingId);
  const held = building?.versions.filter((version) => overlaps(version, premise)) ?? [];
  const place = building?.name;
  if (side === "in" && held.some(({ tenure }) => tenure === "owned"))
    return [fault("ownBuilding", { place })];
  if (side === "in" && held.some(({ tenure }) => tenure === "outside")) return [fault("handOver", { place })];
  if (side === "out" && (held.length === 0 || held.some(({ tenure }) => tenure === "outside")))
    return [fault("notOurs", { place })];
  if (premise.spaceId === null) return floorFaults(premise, side, facts, fault, ownContractId);
  const space = facts.spaces.find(({ id }) => id === premise.spaceId);
  if (!space || !covers(space, premise)) return [fault("noSpace", { place: space?.number ?? place })];
  const other = space.tenancies.find(
    (one) => one.side === side && one.contractId !== ownContractId && overlaps(one, premise),
  );
  return other ? [fault("taken", { lease: other.lease, place: space.number, day: other.validFrom })] : [];
}

function floorFaults(
  premise: ReadPremise,
  side: "in" | "out",
  facts: PremiseFacts,
  fault: (name: LeaseFaultKind, more?: Partial<LeaseFault>) => LeaseFault,
  ownContractId: Id | null,
): LeaseFault[] {
  const floor = facts.floors.find(({ id }) => id === premise.floorId);
  if (!floor || !covers(floor, premise)) return [fault("noSpace")];
  if (premise.areaM2 === null) return [fault("number", { typed: "" })];
  const undivided = facts.spaces.filter(
    (space) =>
      space.floorId === floor.id && space.isUndivided && covers(space, { ...premise, validTo: null }),
  );
  const { level } = floor;
  // A floor may have several parts that are not divided: one let, another free.
  const taker = (space: PremiseFacts["spaces"][number]) =>
    space.tenancies.find(
      (one) => one.side === side && one.contractId !== ownContractId && overlaps(one, premise),
    );
  const free = undivided.filter((space) => !taker(space));
  const [first] = undivided;
  if (!first) return [fault("noSpace", { level })];
  const other = taker(first);
  if (free.length === 0 && other)
    return [fault("taken", { level, lease: other.lease, day: other.validFrom })];
  const most = Math.max(...free.map(({ areaM2 }) => areaM2));
  return premise.areaM2 > most ? [fault("tooMuch", { level, areaM2: most })] : [];
}

/** The same space twice, or two parts of one floor, in one lease at once. */
function twiceFaults(premises: readonly ReadPremise[]): LeaseFault[] {
  return premises.flatMap((one, index) => {
    const earlier = premises
      .slice(0, index)
      .some(
        (other) => (other.spaceId ?? other.floorId) === (one.spaceId ?? one.floorId) && overlaps(other, one),
      );
    return earlier
      ? [
          {
            step: "premises" as const,
            field: `premises.${index}.spaceId`,
            fault: "twice" as const,
            day: one.validFrom,
          },
        ]
      : [];
  });
}

function rentFaults({ rent }: ReadLease): LeaseFault[] {
  if (rent.length === 0) return [{ step: "rent", field: "rent", fault: "noRent" }];
  const faults: LeaseFault[] = [];
  if (!rent.some(({ kind }) => kind === "base"))
    faults.push({ step: "rent", field: "rent", fault: "noBase" });
  rent.forEach((line, index) => {
    const before = rent.slice(0, index).some((other) => other.kind === line.kind && other.part === line.part);
    if (before) faults.push({ step: "rent", field: `rent.${index}.kind`, fault: "sameLine" });
    const { cap, floor } = line.regulation ?? { cap: null, floor: null };
    if (cap !== null && floor !== null && cap < floor)
      faults.push({ step: "rent", field: `rent.${index}.cap`, fault: "capBelowFloor" });
  });
  return faults;
}

function termFaults({ terms, validTo }: ReadLease): LeaseFault[] {
  return (["landlordBoundUntil", "tenantBoundUntil"] as const).flatMap((field) =>
    terms[field] !== null && validTo !== null && terms[field] > validTo
      ? [{ step: "terms" as const, field, fault: "boundAfterEnd" as const, day: validTo }]
      : [],
  );
}
