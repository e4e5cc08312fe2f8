import { assumed, type Assumptions } from "../condition/assumption.ts";
import type { Condition } from "../portfolio-row.ts";
import { costAfter, costOfWaiting, yearlyDamage, type WaitingRates } from "./cost-of-waiting.ts";
import type { Grade } from "./priority-matrix.ts";

/** Works that are alike in what waiting does to them: their cost today (øre), condition and consequence. */
export interface WaitingClass {
  costOre: number;
  condition: Condition;
  consequence: Grade;
}

/** How things stand after so many years. Øre of today's prices, not rounded; what waiting costs is discounted. */
export interface WaitingPoint {
  year: number;
  /** What the works that are left would cost then. */
  leftOre: number;
  /** What the budgets have done until then. */
  spentOre: number;
  /** The damage to be expected until then, discounted: a part of `waitingOre`. */
  damageOre: number;
  /** What waiting has cost until then: what was paid, expected damage and what is left, less what it would cost today. */
  waitingOre: number;
}

/** The rates that hold on a day. */
export const waitingRatesOf = (assumptions: Assumptions): WaitingRates => {
  const by = (name: string) => (condition: Condition) =>
    condition < 4 ? 0 : assumed(assumptions, `${name}${condition}`);
  return {
    growth: by("growth"),
    damageChance: by("damageChance"),
    discount: assumed(assumptions, "discountRate"),
  };
};

/** What is left of a class: what it costs by now, and what that part would have cost today, which damage goes by. */
type Waiting = WaitingClass & { todayOre: number };

/** What a krone of work loses by a year's waiting: growth and expected damage. */
const harm = (one: WaitingClass, rates: WaitingRates): number =>
  rates.growth(one.condition) + rates.damageChance(one.condition) * one.consequence;

/**
 * How a backlog moves over years under a yearly budget in today's prices: through each year all that is left grows and
 * may do damage; at its end the budget is spent, first where a krone saves most. Works are taken as divisible, keep the
 * condition that they start from, and nothing new joins them. A budget of 0 is doing nothing.
 * @example waitingCurve([{ costOre: 100, condition: 6, consequence: 1 }], 1, 0, rates).at(-1)!.leftOre // 109
 */
export function waitingCurve(
  classes: readonly WaitingClass[],
  years: number,
  yearlyBudgetOre: number,
  rates: WaitingRates,
): WaitingPoint[] {
  let left: Waiting[] = classes
    .map((one) => ({ ...one, todayOre: one.costOre }))
    .sort(
      (a, b) => harm(b, rates) - harm(a, rates) || b.condition - a.condition || b.consequence - a.consequence,
    );
  const sumOf = (among: readonly WaitingClass[]) => among.reduce((sum, { costOre }) => sum + costOre, 0);
  const todayOre = sumOf(left);
  const points: WaitingPoint[] = [{ year: 0, leftOre: todayOre, spentOre: 0, damageOre: 0, waitingOre: 0 }];
  let [spentOre, damageOre, paidOre] = [0, 0, 0];
  for (let year = 1; year <= years; year += 1) {
    const worth = (1 + rates.discount) ** -year;
    const damage = left.reduce((sum, one) => sum + yearlyDamage({ ...one, costOre: one.todayOre }, rates), 0);
    const grown = left.map((one) => ({ ...one, costOre: costAfter(one, 1, rates) }));
    left = spendOn(grown, yearlyBudgetOre);
    const spent = sumOf(grown) - sumOf(left);
    spentOre += spent;
    damageOre += damage * worth;
    paidOre += (spent + damage) * worth;
    const leftOre = sumOf(left);
    points.push({ year, leftOre, spentOre, damageOre, waitingOre: paidOre + leftOre * worth - todayOre });
  }
  return points;
}

/** What is left of works in order when a budget has been spent on the first of them. */
function spendOn(works: readonly Waiting[], budgetOre: number): Waiting[] {
  let budget = budgetOre;
  return works.map((work) => {
    const paid = Math.min(work.costOre, budget);
    budget -= paid;
    const share = work.costOre > 0 ? 1 - paid / work.costOre : 0;
    return { ...work, costOre: work.costOre - paid, todayOre: work.todayOre * share };
  });
}

/** What it costs to let all of some works wait so many years, øre of today, discounted: the sum of each one's own. */
export const costOfDoingNothing = (
  classes: readonly WaitingClass[],
  years: number,
  rates: WaitingRates,
): number => classes.reduce((sum, one) => sum + costOfWaiting(one, years, rates), 0);
