import type { Day } from "../../day-count.ts";
import type { Id } from "../../id.ts";
import type { Condition, UseGroup } from "../../portfolio-row.ts";
import type { UseSource } from "../../use/use-week.ts";

/** What the register says on a day of who is where, as the search for candidates reads it. Areas in m², money in øre. */
export interface CandidatePlaces {
  on: Day;
  seats: Seat[];
  houses: House[];
  /** What planners have written of units in cases that are still open, in their own words. */
  rules: UnitRule[];
}

/** A unit in one of its buildings: what could move. */
export interface Seat {
  unitId: Id;
  unit: string;
  kind: string;
  administration: string;
  buildingId: Id;
  areaM2: number;
  isProtected: boolean;
  /** How many it has places for, and its typical school week of 168 hours; null where nobody has told. */
  places: number | null;
  week: number[] | null;
  source: UseSource | null;
}

/** A building, as where somebody moves from or to. */
export interface House {
  id: Id;
  name: string;
  address: string;
  district: string | null;
  lon: number;
  lat: number;
  tenure: "owned" | "leasedIn";
  useGroup: UseGroup;
  condition: Condition | null;
  areaM2: number;
  vacantM2: number;
  backlogOre: number;
  /** What the city pays others for it a year, and the last day of that lease; null where it is open. */
  externalRentOre: number;
  leaseEndsOn: Day | null;
  contractId: Id | null;
}

/** A special condition of a unit's users, from a case. `otherUnitId` of apart, `buildingId` of notHere. */
export interface UnitRule {
  unitId: Id;
  strength: "hard" | "soft";
  kind: "apart" | "notHere" | "within";
  otherUnitId: Id | null;
  buildingId: Id | null;
  meters: number | null;
  words: string;
}
