import { isPastTarget, type TargetQuality } from "../condition/target-quality.ts";
import type { Condition } from "../portfolio-row.ts";
import { yearOf, type Day } from "../day.ts";
import { elementBacklogOre } from "./element-backlog.ts";

export const backlogKinds = ["exterior", "interior", "tenYearNeed", "modernisation"] as const;
export type BacklogKind = (typeof backlogKinds)[number];

/** What a survey says is to be done about an element. */
export interface Remedy {
  purpose: "upkeep" | "modernisation";
  /** Whether the price is a sum that holds everything: no quantity, index or overhead is laid on it. */
  isLumpSum: boolean;
  unitPriceOre: number;
  /** Price level of the day shown over the price's own. */
  indexFactor: number;
  shareToRepair: number;
  recommendedYear: number | null;
}

export interface ObservedElement {
  scope: "exterior" | "interior";
  condition: Condition;
  quantity: number;
}

/**
 * Which of the four figures, kept apart, a remedy belongs to on a day; null where it is none of them yet. Past the
 * building's target it is backlog; within it, it is a coming need when the year recommended lies within the horizon.
 * @example backlogKindOf({ scope: "exterior", condition: 5, quantity: 1 }, remedy, 3, "2026-11-20", 10) // "exterior"
 */
export function backlogKindOf(
  { scope, condition }: ObservedElement,
  remedy: Pick<Remedy, "purpose" | "recommendedYear">,
  quality: TargetQuality,
  on: Day,
  horizonYears: number,
): BacklogKind | null {
  if (remedy.purpose === "modernisation") return "modernisation";
  if (isPastTarget(condition, quality, scope)) return scope;
  const { recommendedYear } = remedy;
  return recommendedYear !== null && recommendedYear <= yearOf(on) + horizonYears ? "tenYearNeed" : null;
}

/** What a remedy costs, whole øre: a lump sum as it stands, anything else by quantity, share, price, index and overhead. */
export const remedyOre = (quantity: number, remedy: Remedy, overheadRate: number): number =>
  remedy.isLumpSum ? remedy.unitPriceOre : elementBacklogOre({ quantity, ...remedy, overheadRate });
