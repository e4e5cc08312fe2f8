import type { Id } from "../id.ts";
import type { ElementUnit } from "../condition/element-type.ts";
import type { Condition } from "../portfolio-row.ts";
import type { ObservedDefect } from "./observation.ts";
import type { SurveyTimes } from "./survey-command.ts";

/** What is to be done about an element, as a survey says it; the price of its list, or the surveyor's own. */
export interface SurveyRemedy {
  purpose: "upkeep" | "modernisation";
  description: string;
  priceDa: string | null;
  priceEn: string | null;
  unitPriceOre: number;
  isLumpSum: boolean;
  shareToRepair: number;
  recommendedYear: number | null;
}

export interface SurveyElement {
  id: Id;
  sfb: string;
  nameDa: string;
  nameEn: string;
  label: string | null;
  scope: "exterior" | "interior";
  unit: ElementUnit;
  quantity: number;
  /** Null: it needs a closer look, or is graded on a scale of its own. */
  condition: Condition | null;
  grade: string | null;
  /** It was not there any more. */
  isGone: boolean;
  note: string | null;
  defects: ObservedDefect[];
  remedies: SurveyRemedy[];
  photos: Id[];
}

/** Another survey of the same building. */
export interface OtherSurvey extends SurveyTimes {
  surveyor: string | null;
}

/** A survey as it is read. */
export interface SurveyPage extends SurveyTimes {
  buildingId: Id;
  building: string;
  surveyor: string | null;
  source: string;
  scale: string;
  grade: string | null;
  condition: Condition | null;
  note: string | null;
  elements: SurveyElement[];
  others: OtherSurvey[];
}
