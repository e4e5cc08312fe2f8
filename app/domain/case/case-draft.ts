import type { Id } from "../id.ts";
import { impacts, type Impact } from "../order/priority.ts";
import { causes, itemLocations, type Cause, type ItemLocation } from "../responsibility/terms.ts";
import type { CaseFormInput } from "./case-form.ts";
import type { Position } from "#geo/position.ts";

/** What a need is, as one value of a choice: `item:window`, `service:1300.02`, or nothing chosen. */
export type NeedKind = string;

/** One need as it is typed. `shownPriceOre` is the price of one unit that the person has seen. */
export interface NeedDraft {
  text: string;
  kind: NeedKind;
  cause: Cause;
  location: ItemLocation | null;
  impact: Impact | null;
  quantity: number;
  shownPriceOre: number | null;
  /** Whether the person chose the kind; until then it follows the words. */
  isChosen: boolean;
}

/** All that is typed before it is sent; `photoIds` are stored already. */
export interface CaseDraft {
  buildingId: Id;
  spaceId: Id | null;
  /** A point that was shown on the plan of the building. */
  position: Position | null;
  needs: NeedDraft[];
  photoIds: Id[];
}

export const emptyNeed: NeedDraft = {
  text: "",
  kind: "",
  cause: "wear",
  location: null,
  impact: null,
  quantity: 1,
  shownPriceOre: null,
  isChosen: false,
};

/** What a kind names. @example kindParts("item:window") // { itemCode: "window" } */
export function kindParts(kind: NeedKind): { itemCode?: string; serviceCode?: string } {
  const [of, code] = kind.split(":", 2);
  if (!code) return {};
  return of === "service" ? { serviceCode: code } : of === "item" ? { itemCode: code } : {};
}

/** @example kindOf({ itemCode: "window" }) // "item:window" */
export const kindOf = ({ itemCode, serviceCode }: { itemCode?: string; serviceCode?: string }): NeedKind =>
  serviceCode ? `service:${serviceCode}` : itemCode ? `item:${itemCode}` : "";

/** The needs that say something: an empty one at the end is only the place for the next. */
export const saidNeeds = (needs: readonly NeedDraft[]): NeedDraft[] =>
  needs.filter(({ text, kind }) => text.trim() !== "" || kind !== "");

/** The case that a draft will be: all words as its text, each need with its own where there are several. */
export function caseOf({ buildingId, spaceId, position, needs, photoIds }: CaseDraft): CaseFormInput {
  const said = saidNeeds(needs);
  return {
    ...{ buildingId, spaceId, photoIds },
    ...(position && { position }),
    text: said
      .map(({ text }) => text.trim())
      .filter(Boolean)
      .join("\n\n"),
    items: said.map((need) => ({
      ...kindParts(need.kind),
      ...{ cause: need.cause, quantity: need.quantity },
      ...(need.location && { location: need.location }),
      ...(need.impact && { impact: need.impact }),
      ...(said.length > 1 && { description: need.text }),
      ...(need.shownPriceOre !== null && need.kind.startsWith("service:")
        ? { expectedUnitPriceOre: need.shownPriceOre }
        : {}),
    })),
  };
}

const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | null =>
  values.find((known) => known === value) ?? null;

/** A need as it comes from outside (a form, a phone's memory): whatever makes no sense becomes what is usual. */
export function readNeed(given: unknown): NeedDraft {
  const {
    text,
    kind,
    cause,
    location,
    impact,
    quantity,
    shownPriceOre: price,
    isChosen,
  } = (typeof given === "object" && given !== null ? given : {}) as Record<string, unknown>;
  const amount = Number(typeof quantity === "string" ? quantity.replace(",", ".") : quantity);
  const shown = price === "" || price === null || price === undefined ? Number.NaN : Number(price);
  return {
    text: typeof text === "string" ? text : "",
    kind: typeof kind === "string" && kind.length <= 60 ? kind : "",
    cause: oneOf(causes, cause) ?? "wear",
    location: oneOf(itemLocations, location),
    impact: oneOf(impacts, impact),
    quantity: amount > 0 && amount <= 100_000 ? Math.round(amount * 100) / 100 : 1,
    shownPriceOre: Number.isSafeInteger(shown) && shown >= 0 ? shown : null,
    isChosen: isChosen === true,
  };
}
