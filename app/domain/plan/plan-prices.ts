import type { PlanYear } from "./plan-problem.ts";

/**
 * What a krone of each year is worth, in discounted øre for an øre: `common` of the common purse, and by earmark how much
 * less a krone costs that its purse can pay, between nothing and all of the common price. A purse with more money than
 * works makes its works cheap and is itself worth little; so money that nobody can use loosens no bound.
 */
export interface PlanPrices {
  common: Float64Array;
  relief: ReadonlyMap<string, Float64Array>;
}

/** The prices to begin with: earmarked money is worth what common money is. */
export function withoutRelief(common: Float64Array, years: readonly PlanYear[]): PlanPrices {
  const earmarks = new Set(years.flatMap(({ earmarksOre }) => Object.keys(earmarksOre)));
  return { common, relief: new Map([...earmarks].map((name) => [name, new Float64Array(years.length)])) };
}

/** What a krone costs a work of an earmark, by year. */
export function pricesFor({ common, relief }: PlanPrices, earmark: string | null): Float64Array {
  const own = earmark === null ? undefined : relief.get(earmark);
  return own ? common.map((price, year) => price - own[year]!) : common;
}

/** What all the budgets are worth at the prices. */
export const worthOf = ({ common, relief }: PlanPrices, years: readonly PlanYear[]): number =>
  years.reduce((sum, { budgetOre, earmarksOre }, year) => {
    const relieved = [...relief].reduce((all, [name, by]) => all + by[year]! * (earmarksOre[name] ?? 0), 0);
    return sum + common[year]! * budgetOre - relieved;
  }, 0);

/** How prices ought to move: what is spent beyond each year's budget, and what each purse has more than its works spend. */
export interface Excess {
  common: Float64Array;
  relief: ReadonlyMap<string, Float64Array>;
}

/** What cannot move because it stands at its end already is no part of the way. */
const freeOf = (relief: number, price: number, way: number): number =>
  (relief <= 0 && way < 0) || (relief >= price && way > 0) ? 0 : way;

/** The square of the way's length. */
export function lengthOf(prices: PlanPrices, excess: Excess): number {
  let length = excess.common.reduce((sum, way) => sum + way ** 2, 0);
  for (const [name, ways] of excess.relief)
    ways.forEach((way, year) => {
      length += freeOf(prices.relief.get(name)![year]!, prices.common[year]!, way) ** 2;
    });
  return length;
}

/** The prices a step further: never below nothing, and no relief beyond the common price. */
export function moved({ common, relief }: PlanPrices, excess: Excess, step: number): PlanPrices {
  const next = common.map((price, year) => Math.max(0, price + step * excess.common[year]!));
  const further = [...relief].map(([name, by]) => {
    const ways = excess.relief.get(name)!;
    return [
      name,
      by.map((own, year) => Math.min(next[year]!, Math.max(0, own + step * ways[year]!))),
    ] as const;
  });
  return { common: next, relief: new Map(further) };
}
