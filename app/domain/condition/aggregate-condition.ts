import type { Condition } from "../portfolio-row.ts";

/** What a condition weighs in an aggregate. Source: NEN 2767-1, as the project's domain notes give it. */
const factors: Record<Condition, number> = { 1: 1, 2: 1.02, 3: 1.1, 4: 1.3, 5: 1.7, 6: 2 };

/** The greatest R of conditions 1 to 5; above the last it is 6. */
const cuts = [1.01, 1.04, 1.15, 1.4, 1.78] as const;

/** A part of the whole: its weight (replacement value in øre, or a share) and the condition it is in. */
export interface ConditionPart {
  weight: number;
  condition: Condition;
}

/**
 * The aggregate R = Σ(weight · f(condition)) / Σ weight, between 1 and 2; null where nothing weighs anything.
 * @example aggregateRatio([{ weight: 1, condition: 1 }, { weight: 1, condition: 6 }]) // 1.5
 */
export function aggregateRatio(parts: readonly ConditionPart[]): number | null {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  if (!(whole > 0)) return null;
  return parts.reduce((sum, { weight, condition }) => sum + weight * factors[condition], 0) / whole;
}

/** The condition of an aggregate. Cuts belong to the better class. @example conditionOfRatio(1.15) // 3 */
export const conditionOfRatio = (ratio: number): Condition =>
  // What floating point adds to a sum of exact parts must not push it over a cut.
  (cuts.filter((cut) => ratio > cut + 1e-9).length + 1) as Condition;

/** The condition of a whole by the weight of its parts, or null without parts. Never shown without `conditionShares`. */
export function aggregateCondition(parts: readonly ConditionPart[]): Condition | null {
  const ratio = aggregateRatio(parts);
  return ratio === null ? null : conditionOfRatio(ratio);
}

/** The share of the weight in each condition, 1 to 6; they sum to 1, or are all 0 where nothing weighs. */
export function conditionShares(parts: readonly ConditionPart[]): Record<Condition, number> {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const shares: Record<Condition, number> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0 };
  if (whole > 0) for (const { weight, condition } of parts) shares[condition] += weight / whole;
  return shares;
}
