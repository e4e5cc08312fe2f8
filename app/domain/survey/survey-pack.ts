import type { ObservedDefect, Observation } from "./observation.ts";
import type { ElementUnit } from "../condition/element-type.ts";
import type { Day } from "../day-count.ts";
import type { Id } from "../id.ts";
import type { Condition } from "../portfolio-row.ts";

/** A kind of element, as a surveyor picks it. */
export interface PackedType {
  code: string;
  sfb: string;
  nameDa: string;
  nameEn: string;
  unit: ElementUnit;
  scope: "exterior" | "interior";
}

export interface PackedPrice {
  id: Id;
  typeCode: string;
  purpose: "repair" | "replace" | "modernise";
  nameDa: string;
  nameEn: string;
  unitPriceOre: number;
}

/** An element of a building, with what was seen of it last. */
export interface PackedElement {
  id: Id;
  typeCode: string;
  label: string | null;
  quantity: number;
  lastOn: Day | null;
  /** Null where nobody has looked, or where it needed a closer look. */
  lastCondition: Condition | null;
  lastDefects: ObservedDefect[];
}

/** A survey that is not signed yet, as the server knows it. */
export interface PackedSurvey {
  id: Id;
  surveyedOn: Day;
  amendsId: Id | null;
  observations: (Observation & { photos: number })[];
}

/** A visit to be made, with all that is needed on the spot. */
export interface PackedVisit {
  /** Null where a survey was begun without a visit that had been planned. */
  visitId: Id | null;
  buildingId: Id;
  building: string;
  address: string;
  plannedOn: Day | null;
  round: string | null;
  stop: number | null;
  note: string | null;
  /** The building has left the portfolio: nothing can be sent of it. */
  isGone: boolean;
  condition: Condition | null;
  surveyedOn: Day | null;
  /** Somebody else is surveying the building too, or has since this survey was begun. */
  others: string[];
  elements: PackedElement[];
  survey: PackedSurvey | null;
}

/** A survey of one's own that was signed of late. */
export interface SignedSurvey {
  id: Id;
  buildingId: Id;
  building: string;
  surveyedOn: Day;
  condition: Condition | null;
}

/** What a surveyor's phone holds: their visits, and what elements are made of and cost. */
export interface SurveyPack {
  accountId: Id;
  madeAt: string;
  today: Day;
  /** Whoever may not write reads their visits, as a craftsman does. */
  mayWrite: boolean;
  types: PackedType[];
  prices: PackedPrice[];
  visits: PackedVisit[];
  signed: SignedSurvey[];
}
