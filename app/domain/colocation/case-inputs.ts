import type { Day } from "../day-count.ts";
import type { Id } from "../id.ts";
import type { UseSource } from "../use/use-week.ts";
import type { CaseStatus } from "./case-status.ts";
import type { RoomFunction } from "./room-function.ts";

/**
 * Everything a co-location case rests on, as one plain value: what planners decided and what the register and the leases
 * said when it was read. Economy, capacity, moves and differences are reckoned from this alone, so a case that is frozen
 * with it says the same for ever. Money in øre a year, areas in m², positions [lon, lat].
 */
export interface CaseInputs {
  case: CaseHead;
  /** The day the register was read. */
  readOn: Day;
  units: CaseUnit[];
  premises: CasePremises[];
  scenarios: CaseScenario[];
  conditions: CaseCondition[];
  assumptions: CaseAssumption[];
}

export interface CaseHead {
  id: Id;
  number: string;
  name: string;
  purpose: string | null;
  status: CaseStatus;
  ownerAccountId: Id;
  ownerName: string;
  priceYear: number;
  horizonYears: number;
  /** The day the first year of the economy begins. */
  startOn: Day;
  /** The discount rates are those in force on this day. */
  ratesAsOf: Day;
  version: number;
}

/** A unit of the register in a case. `today` is what it uses of the case's premises, and the internal rent of that. */
export interface CaseUnit {
  id: Id;
  unitId: Id;
  name: string;
  kind: string;
  administrationId: Id;
  administration: string;
  employees: number;
  needs: UnitNeed[];
  hours: PersonsFromTo[];
  /** The typical week that was observed or estimated where it is today: 168 hours from Monday 0:00; null where nobody has. */
  observed: { source: UseSource; weeks: number; persons: number[] } | null;
  today: { premisesId: Id; areaM2: number; rentOre: number }[];
}

/** What a unit needs of a function: places at its busiest hour, and m². */
export interface UnitNeed {
  roomFunction: RoomFunction;
  places: number;
  areaM2: number;
  mayShare: boolean;
}

/** So many persons from an hour of a weekday (1 Monday … 7) until another. */
export interface PersonsFromTo {
  weekday: number;
  fromHour: number;
  toHour: number;
  persons: number;
}

export type WhenVacated = "keep" | "endLease" | "sell" | "let";

export interface CasePremises {
  id: Id;
  kind: "building" | "spaces" | "lease";
  buildingId: Id;
  name: string;
  address: string;
  position: [number, number] | null;
  tenure: "owned" | "leasedIn" | "outside";
  areaM2: number;
  /** m² that others than the units of the case use today. */
  othersM2: number;
  /** What is let to units of the city costs them in internal rent, a m² and year; 0 where nothing is let. */
  internalRentOrePerM2: number;
  /** What is paid to a third party for these premises a year; 0 for what the city owns. */
  externalRentOre: number;
  lease: {
    contractId: Id;
    number: string;
    endsOn: Day | null;
    noticeMonths: number | null;
    nonTerminableUntil: Day | null;
  } | null;
  backlogOre: number;
  whenVacated: WhenVacated;
  exitOn: Day | null;
  capacity: { roomFunction: RoomFunction; places: number; areaM2: number }[];
}

export interface CaseScenario {
  id: Id;
  name: string;
  isBase: boolean;
  copiedFromId: Id | null;
  placements: Placement[];
  dependencies: { unitId: Id; afterUnitId: Id; reason: string | null }[];
}

export type Standing = "pinned" | "forbidden" | "assigned";

/** Ids here and below are those of the case's units and premises, not the register's. */
export interface Placement {
  unitId: Id;
  premisesId: Id;
  standing: Standing;
  order: number | null;
  fromDay: Day | null;
}

export interface CaseCondition {
  id: Id;
  unitId: Id;
  strength: "hard" | "soft";
  kind: "apart" | "together" | "notHere" | "onlyHere" | "within";
  otherUnitId: Id | null;
  premisesId: Id | null;
  distanceMeters: number | null;
  yearlyPriceOre: number | null;
  words: string;
}

/** A value of a case, in place of the usual one: of the whole case, of one of its premises, or of one of its units. */
export interface CaseAssumption {
  id: Id;
  key: string;
  premisesId: Id | null;
  unitId: Id | null;
  low: number;
  base: number;
  high: number;
  unit: string;
  source: string;
  owner: string;
}

/** Where a scenario has a unit; null where it has it nowhere. */
export const premisesOf = (scenario: CaseScenario, unitId: Id): Id | null =>
  scenario.placements.find((one) => one.unitId === unitId && one.standing !== "forbidden")?.premisesId ??
  null;
