import type { Consequences } from "../backlog/priority-matrix.ts";
import types from "./element-types.json" with { type: "json" };

export const elementUnits = ["m²", "m", "stk", "sum"] as const;
export type ElementUnit = (typeof elementUnits)[number];

/** Which works go together on one building: what shares a scaffold, a trench or a shut-down. */
export const workGroups = [
  "roof",
  "facade",
  "windows",
  "ground",
  "installations",
  "surfaces",
  "minor",
] as const;
export type WorkGroup = (typeof workGroups)[number];

/** What may be done to an element at a price: mend it, replace it, or make it better than it was. */
export const pricePurposes = ["repair", "replace", "modernise"] as const;
export type PricePurpose = (typeof pricePurposes)[number];

export interface UsualPrice {
  code: string;
  purpose: PricePurpose;
  nameDa: string;
  nameEn: string;
  /** Øre an element's unit, excluding VAT. */
  unitPriceOre: number;
}

/** A kind of element that buildings are made of, by its main number in the Danish SfB system. */
export interface ElementType {
  code: string;
  sfb: string;
  nameDa: string;
  nameEn: string;
  unit: ElementUnit;
  scope: "exterior" | "interior";
  workGroup: WorkGroup;
  /** How long it usually serves, years. */
  lifeYears: number;
  /** What usually follows if it fails, 1 to 5; a surveyor may say otherwise of one element. */
  consequences: Consequences;
  prices: UsualPrice[];
}

/**
 * What a new organisation begins with. Lives of windows, roofs, joints, paint, drains, pipes, plant, lighting and lifts are the
 * project's domain notes'; the other lives and all prices are estimates to be replaced by the organisation's own.
 */
export const usualElementTypes = types as ElementType[];

/** The day whose price level the usual prices have. */
export const usualPriceLevelOn = "2024-01-01";
