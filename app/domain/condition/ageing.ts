import { daysBetween, type Day } from "../day-count.ts";
import type { Condition } from "../portfolio-row.ts";

const daysAYear = 365.25;

/** The worst that ageing can make of anything. */
const worst = 6;

/**
 * The condition of something of an age, 1 when new and 6 at the end of its service life: 1 + 5·(age/life)². Both in
 * years. Source: the project's own judgement. @example agedCondition(20, 40) // 2.25
 */
export const agedCondition = (ageYears: number, lifeYears: number): number =>
  Math.min(worst, 1 + 5 * (ageYears / lifeYears) ** 2);

/** How old an element behaves, in years, from the condition it was seen in. @example effectiveAge(6, 40) // 40 */
export const effectiveAge = (observed: Condition, lifeYears: number): number =>
  lifeYears * Math.sqrt((observed - 1) / 5);

/**
 * What an observed condition has become on a day, between 1 and 6: the element ages on from the age it behaved as. A day
 * before the observation gives the observation. Always shown beside the observed condition and its date.
 * @example estimatedCondition({ condition: 1, on: "2006-11-20" }, 40, "2026-11-20") // 2.25
 */
export function estimatedCondition(
  observed: { condition: Condition; on: Day },
  lifeYears: number,
  on: Day,
): number {
  const years = Math.max(0, daysBetween(observed.on, on) / daysAYear);
  return agedCondition(effectiveAge(observed.condition, lifeYears) + years, lifeYears);
}

/** The class that an estimate is shown as. @example classOfEstimate(2.5) // 3 */
export const classOfEstimate = (estimate: number): Condition =>
  Math.min(worst, Math.max(1, Math.round(estimate))) as Condition;
