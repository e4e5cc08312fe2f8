import { openingOf, type Layout } from "./layout.ts";
import { PremisesSets, type UnitSet } from "./premises-sets.ts";

/** What prices that units offer for being placed say. No placement costs less than `bound`. */
export interface PricedUnits {
  bound: number;
  prices: Float64Array;
  /** What each of the premises adds at these prices: nothing, or below where a set of units pays for it. */
  worth: Float64Array;
  /** How often each unit would be placed, less the once that is wanted. */
  excess: Float64Array;
  /** Whether the best set of some premises was not looked for to the end, so that the bound is lower than it could be. */
  isCut: boolean;
}

const roundsWithoutGain = 20;
const smallestStep = 0.002;
/** After so many sets a walk is cut short: first, and once prices stand still, when they need but little more. */
const [quickNodes, longNodes, stepAtLast] = [1_000, 1_000_000, 0.02];

/**
 * Lets every unit offer a price for being placed; then each of the premises takes the set of units that gains it most, and what all of
 * them come to is below every placement (Lagrangian relaxation of "each unit is somewhere"). Sets are whole, so the bound knows what a
 * linear model does not: that two halves of a unit fill no room. Prices go where units are placed too often or not at all.
 */
export function priceUnits(
  layout: Layout,
  upper: number,
  { rounds, shouldStop }: { rounds: number; shouldStop: () => boolean },
): PricedSets {
  const pool = new Map<string, UnitSet>();
  const sets = setsOf(layout, shouldStop);
  let nodes = quickNodes;
  const ask = (prices: Float64Array) => price(layout, sets, { prices, nodes }, pool);
  let prices: Float64Array = firstPrices(layout);
  let best = ask(prices);
  let current = best;
  let direction: Float64Array = best.excess;
  let [step, idle] = [1, 0];
  for (let round = 0; round < rounds && !shouldStop(); round += 1) {
    if (upper - best.bound <= 1e-9 * Math.abs(upper)) break;
    if (step <= smallestStep) {
      // Prices stand still. Where walks were cut short on the way, longer ones say more.
      if (!best.isCut || nodes === longNodes) break;
      nodes = longNodes;
      current = best = ask(best.prices);
      [prices, direction, step, idle] = [best.prices, best.excess, stepAtLast, 0];
    }
    direction = direction.map((was, unit) => 0.3 * was + 0.7 * current.excess[unit]!);
    const length = direction.reduce((sum, each) => sum + each * each, 0);
    if (length < 1e-12) break;
    const stride = (step * Math.max(upper - current.bound, 1e-9 * Math.abs(upper))) / length;
    prices = prices.map((each, unit) => each - stride * direction[unit]!);
    current = ask(prices);
    idle += 1;
    if (current.bound > best.bound) {
      best = current;
      idle = 0;
    } else if (idle >= roundsWithoutGain) {
      ({ prices } = best);
      current = best;
      direction = best.excess;
      [step, idle] = [step / 2, 0];
    }
  }
  return { priced: best, sets, pool: [...pool.values()] };
}

/**
 * So many sets are written down at most, of all premises together (some 180 MB); of one of them few at first, so that large ones leave
 * room for all others, and then more.
 */
const [mostOfAll, fewOfOne, mostOfOne] = [7_500_000, 100_000, 3_000_000];

/** The sets of each of the premises; those that there is no time or memory to write down are walked through. */
function setsOf(layout: Layout, shouldStop: () => boolean): PremisesSets[] {
  let left = mostOfAll;
  const listed = (s: number, most: number) => {
    const sets = new PremisesSets(layout, s, shouldStop() ? 0 : Math.min(most, left));
    left -= sets.listed;
    return sets;
  };
  const sets = Array.from({ length: layout.premises }, (_, s) => listed(s, fewOfOne));
  const many = sets.filter(({ listed }) => listed === 0).sort((a, b) => a.pairs.length - b.pairs.length);
  many.forEach(({ premises }, at) => {
    sets[premises] = listed(premises, Math.min(mostOfOne, left / (many.length - at)));
  });
  return sets;
}

/** Prices, the sets of each of the premises, and those that paid at some prices on the way: what good placements are made of. */
export interface PricedSets {
  priced: PricedUnits;
  sets: PremisesSets[];
  pool: UnitSet[];
}

function price(
  layout: Layout,
  sets: readonly PremisesSets[],
  { prices, nodes }: { prices: Float64Array; nodes: number },
  pool: Map<string, UnitSet>,
): PricedUnits {
  const unitOf = unitsOf(layout);
  const worth = new Float64Array(layout.premises);
  const excess = new Float64Array(layout.units).fill(-1);
  let [bound, isCut] = [layout.offset, false];
  for (const each of prices) bound += each;
  for (const one of sets) {
    const s = one.premises;
    const { pairs, gain, gainAtMost } = one.best(prices, nodes);
    isCut ||= gainAtMost > gain;
    const opening = openingOf(layout, s);
    worth[s] = Math.min(0, opening - gainAtMost);
    bound += worth[s]!;
    if (opening - gain >= 0) continue;
    let offered = 0;
    for (const pair of pairs) {
      excess[unitOf[pair]!]! += 1;
      offered += prices[unitOf[pair]!]!;
    }
    pool.set(`${s} ${pairs.join(",")}`, { premises: s, pairs, cost: offered - gain });
  }
  return { bound, prices, worth, excess, isCut };
}

/** The unit of each pair. */
export function unitsOf({ pairStart, units, pairPremises }: Layout): Int32Array {
  const unitOf = new Int32Array(pairPremises.length);
  for (let unit = 0; unit < units; unit += 1) unitOf.fill(unit, pairStart[unit], pairStart[unit + 1]);
  return unitOf;
}

/** Every unit begins by offering its cheapest pair, and its share by room of what that costs to keep. */
function firstPrices({ units, pairStart, pairPremises, pairCost, openCost, need, room, kinds }: Layout) {
  return Float64Array.from({ length: units }, (_, unit) => {
    let least = Infinity;
    for (let pair = pairStart[unit]!; pair < pairStart[unit + 1]!; pair += 1) {
      const s = pairPremises[pair]!;
      let share = 0;
      for (let k = 0; k < kinds; k += 1)
        if (room[s * kinds + k]! > 0) share = Math.max(share, need[unit * kinds + k]! / room[s * kinds + k]!);
      least = Math.min(least, pairCost[pair]! + Math.min(1, share) * openCost[s]!);
    }
    return least;
  });
}

/** The sets that a placement cheaper than `upper` could be made of, premises by premises; null where they are too many. */
export function setsBelow(
  layout: Layout,
  { priced, sets }: PricedSets,
  upper: number,
  most: number,
): UnitSet[] | null {
  const slack = upper - priced.bound + 1e-7 * Math.abs(upper);
  const found: UnitSet[] = [];
  for (const one of sets) {
    const s = one.premises;
    const opening = openingOf(layout, s);
    const own = one.within(priced.prices, opening - priced.worth[s]! - slack, most - found.length);
    if (own === null) return null;
    for (const set of own) found.push(set);
  }
  return found;
}

/** The sets that cost least at the prices there are, of those that a placement cheaper than `upper` could be made of: `most` at most. */
export function nearestSets(layout: Layout, priced: PricedSets, upper: number, most: number): UnitSet[] {
  const { bound } = priced.priced;
  for (let share = 0.5; share > 0.001; share /= 1.5) {
    const sets = setsBelow(layout, priced, bound + (upper - bound) * share, most);
    if (sets) return sets;
  }
  return [];
}
