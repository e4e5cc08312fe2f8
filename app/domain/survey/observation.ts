import { intensities, severities, type Defect } from "../condition/defect.ts";
import { elementCondition } from "../condition/element-condition.ts";
import type { ElementUnit } from "../condition/element-type.ts";
import { yearOf, type Day } from "../day-count.ts";
import type { Id } from "../id.ts";
import type { Condition } from "../portfolio-row.ts";

export interface ObservedDefect extends Defect {
  description: string;
}

/** What a surveyor would have done about an element: at a price of the list, at one of their own, or for a sum in all. */
export interface ObservedRemedy {
  purpose: "upkeep" | "modernisation";
  description: string;
  priceLineId: Id | null;
  ownPriceOre: number | null;
  isLumpSum: boolean;
  /** The part of the quantity, more than 0 and at most 1. */
  shareToRepair: number;
  recommendedYear: number | null;
}

/** What a surveyor saw of one element; in a survey there is one of each element, and what comes later replaces it. */
export interface Observation {
  elementId: Id;
  /** What it is, where the building had no such element before. */
  newElement: { typeCode: string; label: string } | null;
  quantity: number;
  /** It is not there any more: torn down or taken away. Then nothing else is said of it but the note. */
  isGone: boolean;
  /** It has to be looked into more closely: then it has no condition, whatever the defects say. */
  needsInvestigation: boolean;
  note: string;
  defects: ObservedDefect[];
  remedies: ObservedRemedy[];
}

export const observationFaults = [
  "quantityNotPositive",
  "quantityTooLarge",
  "quantityNotWhole",
  "extentOutside",
  "defectUnknown",
  "shareOutside",
  "priceMissing",
  "priceOutside",
  "yearOutside",
  "goneAtOnce",
  "goneWithWork",
] as const;
export type ObservationFault = (typeof observationFaults)[number];

/** More than any building has of anything, by unit: a slip of the finger, not a roof. A judgement. */
const mostOf: Record<ElementUnit, number> = { "m²": 200_000, m: 50_000, stk: 5_000, sum: 1_000 };

/** One remedy may cost a billion kr, and be recommended within so many years. Judgements. */
const mostPriceOre = 1_000_000_000_00;
const furthestYears = 50;

/** What is wrong with a quantity of a unit, or null. @example quantityFault(-3, "m²") // "quantityNotPositive" */
export function quantityFault(quantity: number, unit: ElementUnit): ObservationFault | null {
  // The register keeps hundredths: less than half of one would be stored as nothing.
  if (!Number.isFinite(quantity) || quantity < 0.005) return "quantityNotPositive";
  if (quantity > mostOf[unit]) return "quantityTooLarge";
  return unit === "stk" && !Number.isInteger(quantity) ? "quantityNotWhole" : null;
}

/** Everything that cannot be true of an observation, each fault once; nothing where it may be kept. */
export function faultsOf(observation: Observation, unit: ElementUnit, on: Day): ObservationFault[] {
  const { quantity, defects, remedies, isGone, newElement } = observation;
  // Of what is gone nobody measures anything; what is there for the first time cannot be gone.
  if (isGone)
    return newElement ? ["goneAtOnce"] : defects.length + remedies.length > 0 ? ["goneWithWork"] : [];
  const found = [
    quantityFault(quantity, unit),
    ...defects.map(defectFault),
    ...remedies.map((one) => remedyFault(one, on)),
  ];
  return [...new Set(found.filter((fault) => fault !== null))];
}

function defectFault({ severity, intensity, extent }: ObservedDefect): ObservationFault | null {
  if (!severities.includes(severity) || !intensities.includes(intensity)) return "defectUnknown";
  return extent > 0 && extent <= 1 ? null : "extentOutside";
}

function remedyFault(remedy: ObservedRemedy, on: Day): ObservationFault | null {
  const { shareToRepair, priceLineId, ownPriceOre, recommendedYear: year } = remedy;
  // Shares are kept to the hundredth of a percent.
  if (!(shareToRepair >= 0.0001 && shareToRepair <= 1)) return "shareOutside";
  if ((priceLineId === null) === (ownPriceOre === null)) return "priceMissing";
  if (ownPriceOre !== null && !(Number.isInteger(ownPriceOre) && ownPriceOre > 0)) return "priceOutside";
  if (ownPriceOre !== null && ownPriceOre > mostPriceOre) return "priceOutside";
  const now = yearOf(on);
  return year !== null && (year < now - 1 || year > now + furthestYears) ? "yearOutside" : null;
}

/** The condition that an observation gives its element; null where it needs a closer look, or is gone. */
export const conditionOfObservation = (
  observation: Pick<Observation, "isGone" | "needsInvestigation" | "defects">,
): Condition | null =>
  observation.isGone || observation.needsInvestigation ? null : elementCondition(observation.defects);
