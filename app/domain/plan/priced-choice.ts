import type { LaidOut } from "./plan-problem.ts";

/** The most years a plan has: every set of years in which a site may be open is looked at. */
export const mostYears = 12;

/** What a building does when every øre of a year's budget has a price: who is done when, and what it costs in all. */
export interface BuildingChoice {
  /** By the order of the building's works; null is left out. */
  years: (number | null)[];
  totalOre: number;
}

/** What each of a building's works costs in each year at the prices; where it may not lie, infinitely much. */
function pricedWorks(laid: LaidOut, works: readonly number[], prices: Float64Array): Float64Array[] {
  const { pinned, forbidden, years } = laid.problem;
  return works.map((work) => {
    const { id } = laid.problem.works[work]!;
    const isForbidden = forbidden.includes(id);
    return Float64Array.from({ length: years.length }, (_, year) => {
      if (isForbidden || (pinned[id] !== undefined && pinned[id] !== year)) return Infinity;
      return laid.burden[work]![year]! + prices[year]! * laid.spend[work]![year]!;
    });
  });
}

/**
 * The cheapest way for one building, exactly: for every set of years with an open site, each work goes into its cheapest
 * open year or is left out. The sets are walked so that each differs from one already reckoned by its lowest year alone.
 * Throws RangeError beyond `mostYears`.
 */
export function cheapestChoice(
  laid: LaidOut,
  building: string,
  works: readonly number[],
  prices: Float64Array,
): BuildingChoice {
  const count = laid.problem.years.length;
  if (count > mostYears) throw new RangeError(`a plan has at most ${mostYears} years`);
  const costs = pricedWorks(laid, works, prices);
  const setup = laid.problem.setupOre[building] ?? 0;
  const opening = Float64Array.from(
    { length: count },
    (_, year) => setup * (laid.factor[year]! + prices[year]!),
  );
  const left = works.map((work) =>
    laid.problem.pinned[laid.problem.works[work]!.id] === undefined ? laid.never[work]! : Infinity,
  );
  const sets = 1 << count;
  const openings = new Float64Array(sets);
  const sums = new Float64Array(sets);
  for (let set = 1; set < sets; set += 1)
    openings[set] = openings[set & (set - 1)]! + opening[lowestYear(set)]!;
  works.forEach((_, index) => addCheapest(sums, costs[index]!, left[index]!));
  let best = 0;
  for (let set = 1; set < sets; set += 1)
    if (sums[set]! + openings[set]! < sums[best]! + openings[best]!) best = set;
  return {
    years: costs.map((cost, index) => cheapestYear(cost, left[index]!, best)),
    totalOre: sums[best]! + openings[best]!,
  };
}

const lowestYear = (set: number): number => 31 - Math.clz32(set & -set);

const scratch = new Float64Array(1 << mostYears);

/** Adds to every set of years what a work costs in its cheapest open year, or left out. */
function addCheapest(sums: Float64Array, cost: Float64Array, left: number): void {
  scratch[0] = left;
  sums[0]! += left;
  for (let set = 1; set < sums.length; set += 1) {
    const cheapest = Math.min(scratch[set & (set - 1)]!, cost[lowestYear(set)]!);
    scratch[set] = cheapest;
    sums[set]! += cheapest;
  }
}

function cheapestYear(cost: Float64Array, left: number, set: number): number | null {
  let best: number | null = null;
  cost.forEach((amount, year) => {
    if (set & (1 << year) && amount < (best === null ? left : cost[best]!)) best = year;
  });
  return best;
}
