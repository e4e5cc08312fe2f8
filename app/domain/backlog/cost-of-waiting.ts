import type { Condition } from "../portfolio-row.ts";

/** What waiting is reckoned with: shares a year. Settings with these defaults; the growth agrees with the 3–6 % a year by
 *  which the city's own backlog grew, the rest is judgement. */
export interface WaitingRates {
  /** Real growth of the cost of a work a year, by the condition it starts from. */
  growth: (condition: Condition) => number;
  /** Chance a year that what is worn does consequential damage. */
  damageChance: (condition: Condition) => number;
  /** Real discount rate a year. */
  discount: number;
}

const byCondition = (four: number, five: number, six: number) => (condition: Condition) =>
  condition >= 6 ? six : condition === 5 ? five : condition === 4 ? four : 0;

export const usualWaitingRates: WaitingRates = {
  growth: byCondition(0.03, 0.06, 0.09),
  damageChance: byCondition(0.01, 0.03, 0.06),
  discount: 0.035,
};

/** A work that could wait: its cost today in øre, the condition of what it mends, and its consequence 1–5 if that fails. */
export interface WaitingWork {
  costOre: number;
  condition: Condition;
  consequence: 1 | 2 | 3 | 4 | 5;
}

/** What the work costs after so many years of waiting, in øre of today's prices. */
export const costAfter = (
  { costOre, condition }: WaitingWork,
  years: number,
  rates = usualWaitingRates,
): number => costOre * (1 + rates.growth(condition)) ** years;

/** Expected consequential damage of one year of waiting, øre: cost × chance × consequence. */
export const yearlyDamage = (
  { costOre, condition, consequence }: WaitingWork,
  rates = usualWaitingRates,
): number => costOre * rates.damageChance(condition) * consequence;

/**
 * What it costs to let a work wait for some years, øre of today, discounted: c(1+g)^h(1+r)^−h − c, and the expected
 * damage of each year waited, paid at its end. Not rounded: whoever shows it rounds the sum.
 * @example costOfWaiting({ costOre: 100_00, condition: 3, consequence: 1 }, 0) // 0
 */
export function costOfWaiting(work: WaitingWork, years: number, rates = usualWaitingRates): number {
  const discounted = costAfter(work, years, rates) / (1 + rates.discount) ** years;
  let damage = 0;
  for (let year = 1; year <= years; year += 1)
    damage += yearlyDamage(work, rates) / (1 + rates.discount) ** year;
  return discounted - work.costOre + damage;
}
