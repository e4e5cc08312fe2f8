import type { Day } from "../day-count.ts";
import type { Id } from "../id.ts";
import type { LeaseFault, LeaseFaultKind } from "./lease-fault.ts";
import type { LeaseKind } from "./lease-search.ts";
import type { PremiseSpace } from "./premises-change.ts";
import type { ReadLease, ReadPremise } from "./read-lease.ts";

/** What the register knows of the premises that a lease names. */
export interface PremiseFacts {
  spaces: readonly Omit<PremiseSpace, "building" | "buildingId" | "level">[];
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
 * What is wrong with one of the premises of a lease: outside its days, not ours to let (or ours already), not there on the day,
 * taken by another lease, or more m² than an undivided floor has left.
 */
export function premiseFaults(
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
export function twiceFaults(premises: readonly ReadPremise[]): LeaseFault[] {
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
