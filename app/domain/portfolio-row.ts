import type { Position } from "#geo/position.ts";
import type { Day } from "./day.ts";
import type { Id } from "./id.ts";

export const tenures = ["owned", "leasedIn", "outside"] as const;
/** How the city holds a building: its own, rented in by KEjd, or held by an administration outside KEjd. */
export type Tenure = (typeof tenures)[number];

export const useGroups = [
  "school",
  "daycare",
  "sportCulture",
  "socialHealth",
  "administration",
  "housingCommercial",
  "other",
] as const;
/** The seven groups of use that the portfolio is coloured and counted by. */
export type UseGroup = (typeof useGroups)[number];

export const conditions = [1, 2, 3, 4, 5, 6] as const;
/** Condition by NEN 2767: 1 as new … 6 unfit. */
export type Condition = (typeof conditions)[number];

/** A building as lists show it, on one day. Areas in m², money in øre. */
export interface PortfolioRow {
  id: Id;
  bbrId: Id | null;
  bfe: number | null;
  name: string;
  address: string;
  districtId: Id | null;
  position: Position | null;
  tenure: Tenure;
  useCode: string;
  useGroup: UseGroup;
  builtYear: number | null;
  areaM2: number;
  letM2: number;
  digitisedM2: number;
  administrationId: Id | null;
  condition: Condition | null;
  surveyedOn: Day | null;
  exteriorBacklogOre: number;
  leaseEndOn: Day | null;
  trust: number;
  /** When anything about the building last changed, as an ISO instant. */
  changedAt: string;
}

/** The sums over exactly the buildings that a search finds. Areas in m², money in øre. */
export interface PortfolioTotals {
  /** Every building found, whatever its tenure. */
  found: number;
  /** The city's own buildings and their addresses; of the tenures asked for, where the search names some. */
  buildings: number;
  addresses: number;
  areaM2: { owned: number; leasedIn: number; total: number; outside: number; digitised: number; let: number };
  unknownLeases: number;
  exteriorBacklogOre: number;
  wholeRenovationOre: number;
  /** How many buildings (owned and leased) are in each condition; the last is those never surveyed. */
  byCondition: { condition: Condition | null; buildings: number; areaM2: number }[];
  oldestSurveyYear: number | null;
  changedSince: number;
}
