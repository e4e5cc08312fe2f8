import type { Intensity, Severity } from "../condition/defect.ts";
import type { Id } from "../id.ts";
import { numberIn } from "../typed-number.ts";
import type { Observation, ObservedDefect, ObservedRemedy } from "./observation.ts";
import type { PackedElement } from "./survey-pack.ts";

/** A defect as it is typed; its extent is in percent. */
export interface TypedDefect {
  description: string;
  severity: Severity;
  intensity: Intensity;
  extent: string;
}

/** A work as it is typed: `price` names a line of the list, "own" a price a unit, "sum" one for all; money in kr, share in percent. */
export interface TypedRemedy {
  purpose: "upkeep" | "modernisation";
  description: string;
  price: Id | "own" | "sum" | "";
  amount: string;
  share: string;
  year: string;
}

/** What a surveyor is typing about an element. */
export interface TypedObservation {
  quantity: string;
  isGone: boolean;
  needsInvestigation: boolean;
  note: string;
  defects: TypedDefect[];
  remedies: TypedRemedy[];
}

/** Where on the phone lies what is being typed of an element in a survey. */
export const typingKey = (
  { surveyId, buildingId }: { surveyId: Id | null; buildingId: Id },
  elementId: Id,
): string => `${surveyId ?? buildingId} ${elementId}`;

export const blankDefect: TypedDefect = {
  ...{ description: "", severity: "serious", intensity: "mid", extent: "10" },
};
export const blankRemedy: TypedRemedy = {
  ...{ purpose: "upkeep", description: "", price: "", amount: "", share: "100", year: "" },
};

const written = (value: number): string => String(Math.round(value * 100) / 100).replace(".", ",");

export const typedDefect = ({ extent, ...defect }: ObservedDefect): TypedDefect => ({
  ...{ ...defect, extent: written(extent * 100) },
});

const typedRemedy = (remedy: ObservedRemedy): TypedRemedy => ({
  ...{ purpose: remedy.purpose, description: remedy.description },
  price: remedy.priceLineId ?? (remedy.isLumpSum ? "sum" : "own"),
  amount: remedy.ownPriceOre === null ? "" : written(remedy.ownPriceOre / 100),
  ...{ share: written(remedy.shareToRepair * 100), year: String(remedy.recommendedYear ?? "") },
});

/** What to begin typing from: what this survey has said, else the element as it was known. */
export const typedFrom = (
  observation: Observation | undefined,
  element: Pick<PackedElement, "quantity">,
): TypedObservation => ({
  quantity: written(observation?.quantity ?? element.quantity),
  isGone: observation?.isGone ?? false,
  needsInvestigation: observation?.needsInvestigation ?? false,
  note: observation?.note ?? "",
  defects: (observation?.defects ?? []).map(typedDefect),
  remedies: (observation?.remedies ?? []).map(typedRemedy),
});

/** What cannot be read is no number at all; the faults of an observation say so. */
const numberOr = (typed: string): number => numberIn(typed) ?? Number.NaN;

const readDefect = ({ extent, ...defect }: TypedDefect): ObservedDefect => ({
  ...{ ...defect, description: defect.description.trim(), extent: numberOr(extent) / 100 },
});

const readRemedy = ({ price, amount, share, year, ...remedy }: TypedRemedy): ObservedRemedy => {
  const isOwn = price === "own" || price === "sum";
  return {
    ...{ purpose: remedy.purpose, description: remedy.description.trim() },
    priceLineId: isOwn || price === "" ? null : price,
    ownPriceOre: isOwn ? Math.round(numberOr(amount) * 100) : null,
    isLumpSum: price === "sum",
    shareToRepair: price === "sum" ? 1 : numberOr(share) / 100,
    recommendedYear: year.trim() === "" ? null : Math.trunc(numberIn(year) ?? 0),
  };
};

/**
 * The observation that is typed of an element; `faultsOf` says what is wrong with it. Of one that is gone only the note
 * counts, and its quantity stays as it was known.
 */
export const readTyped = (
  typed: TypedObservation,
  element: Pick<PackedElement, "id" | "quantity">,
  newElement: Observation["newElement"],
): Observation => {
  const { isGone, needsInvestigation } = typed;
  const head = { elementId: element.id, newElement, isGone, note: typed.note.trim() };
  return isGone
    ? { ...head, quantity: element.quantity, needsInvestigation: false, defects: [], remedies: [] }
    : {
        ...{ ...head, quantity: numberOr(typed.quantity), needsInvestigation },
        ...{ defects: typed.defects.map(readDefect), remedies: typed.remedies.map(readRemedy) },
      };
};
