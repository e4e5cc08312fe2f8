import { pricesFor, type PlanPrices } from "./plan-prices.ts";
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
function pricedWorks(laid: LaidOut, works: readonly number[], prices: PlanPrices): Float64Array[] {
  const { pinned, years } = laid.problem;
  return works.map((work) => {
    const { id, earmark } = laid.problem.works[work]!;
    const price = pricesFor(prices, earmark);
    const isForbidden = laid.forbidden.has(id);
    return Float64Array.from({ length: years.length }, (_, year) => {
      if (isForbidden || (pinned[id] !== undefined && pinned[id] !== year)) return Infinity;
      return laid.burden[work]![year]! + price[year]! * laid.spend[work]![year]!;
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
  prices: PlanPrices,
): BuildingChoice {
  const count = laid.problem.years.length;
  if (count > mostYears) throw new RangeError(`a plan has at most ${mostYears} years`);
  const costs = pricedWorks(laid, works, prices);
  const setup = laid.problem.setupOre[building] ?? 0;
  const opening = Float64Array.from(
    { length: count },
    (_, year) => setup * (laid.factor[year]! + prices.common[year]!),
  );
  const left = works.map((work) =>
    laid.problem.pinned[laid.problem.works[work]!.id] === undefined ? laid.never[work]! : Infinity,
  );
  const sets = yearSets(count, works.length);
  for (const set of sets) openings[set] = openings[set & (set - 1)]! + opening[lowestYear(set)]!;
  sums.fill(0, 0, 1 << count);
  works.forEach((_, index) => addCheapest(sets, costs[index]!, left[index]!));
  let best = 0;
  for (const set of sets) if (sums[set]! + openings[set]! < sums[best]! + openings[best]!) best = set;
  return {
    years: costs.map((cost, index) => cheapestYear(cost, left[index]!, best)),
    totalOre: sums[best]! + openings[best]!,
  };
}

const lowestYear = (set: number): number => 31 - Math.clz32(set & -set);

/** By set of years: what its openings cost, what all works cost, and what the work at hand costs. */
const [openings, sums, scratch] = Array.from({ length: 3 }, () => new Float64Array(1 << mostYears)) as [
  Float64Array,
  Float64Array,
  Float64Array,
];

const bits = (set: number): number => (set === 0 ? 0 : 1 + bits(set & (set - 1)));

const known = new Map<string, Uint16Array>();

/** The sets of years worth looking at, the empty one aside, in order: a building opens no more years than it has works. */
function yearSets(count: number, works: number): Uint16Array {
  const most = Math.min(count, works);
  const key = `${count} ${most}`;
  const present = known.get(key);
  if (present) return present;
  const all = Array.from({ length: (1 << count) - 1 }, (_, index) => index + 1);
  const sets = Uint16Array.from(all.filter((set) => bits(set) <= most));
  known.set(key, sets);
  return sets;
}

/** Adds to every set of years what a work costs in its cheapest open year, or left out. */
function addCheapest(sets: Uint16Array, cost: Float64Array, left: number): void {
  scratch[0] = left;
  sums[0]! += left;
  for (const set of sets) {
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
