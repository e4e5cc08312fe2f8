import type { Day } from "../day-count.ts";
import type { PhaseIn } from "./phase-in.ts";
import type { Regulation } from "./regulated-factor.ts";

/** The lines of a rent as the landlord charges them. */
export const rentLineKinds = [
  "base",
  "administration",
  "insurance",
  "taxes",
  "consumption",
  "operation",
] as const;
export type RentLineKind = (typeof rentLineKinds)[number];

/** What the base rent is for, told apart so that what is paid for maintenance can be held against what was done. */
export const basePartKinds = ["capital", "exteriorMaintenance", "reserve"] as const;
export type BasePart = (typeof basePartKinds)[number];

/** What a yearly amount is multiplied by before anything else: once as it stands, or the m² that the lease covers. */
export const rentBases = ["whole", "perM2"] as const;
export type RentBasis = (typeof rentBases)[number];

/**
 * One line of a lease's terms: from a day, until a day or for good. A change is a new term from its day; what was agreed
 * before stays as it was. The amount is øre a year, or øre a m² a year, before tax.
 */
export interface RentTerm {
  id: string;
  kind: RentLineKind;
  /** Only of the base rent. */
  part: BasePart | null;
  basis: RentBasis;
  yearlyOre: number;
  regulation: Regulation | null;
  phaseIn: PhaseIn | null;
  source: string;
  validFrom: Day;
  validTo: Day | null;
}

/** The m² that a lease covers, from a day until a day. */
export interface LeasedArea {
  areaM2: number;
  validFrom: Day;
  validTo: Day | null;
}
