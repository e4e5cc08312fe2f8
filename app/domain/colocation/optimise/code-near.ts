import { bitsOfWord } from "./branch.ts";
import { CodedSets, type SetBits } from "./coded-sets.ts";
import { openingOf, type Layout } from "./layout.ts";
import type { PremisesSets, UnitSet } from "./premises-sets.ts";
import { unitsOf, type PricedSets } from "./price-units.ts";
import { codeOf, listedAsBits } from "./sets-as-bits.ts";

/** So many units may be in one of the premises. */
const mostUnits = 2 * bitsOfWord;
/** Of one of the premises, and of all, so many are near at most; where they are more, half of the distance is asked for, and so on. */
const [mostOfOne, mostOfAll, mostHalvings] = [8_000, 1_500_000, 20];

/**
 * Sets that are near as bits, not all that a better placement could be made of: what to look for good placements in where all are too many.
 * Of more units than there are bits, those that gain most are known.
 */
export function codeNear(layout: Layout, { sets, priced }: PricedSets, upper: number): CodedSets[] {
  const unitOf = unitsOf(layout);
  const most = Math.min(mostOfOne, Math.floor(mostOfAll / sets.length));
  return sets.map((one) => {
    const gain = (pair: number) => priced.prices[unitOf[pair]!]! - layout.pairCost[pair]!;
    const pairs = [...one.pairs].sort((a, b) => gain(b) - gain(a)).slice(0, mostUnits);
    const units = pairs.map((pair) => unitOf[pair]!);
    const near = nearOf(one, pairs, {
      opening: openingOf(layout, one.premises),
      offers: one.pairs.map((pair) => priced.prices[unitOf[pair]!]!),
      ...{ prices: priced.prices, worth: priced.worth[one.premises]!, slack: upper - priced.bound, most },
    });
    return new CodedSets(one.premises, pairs, units, near);
  });
}

interface Nearness {
  opening: number;
  /** What the unit of each item offers. */
  offers: readonly number[];
  prices: Float64Array;
  worth: number;
  /** What a set may come to more than the best of the premises. */
  slack: number;
  /** So many sets at most. */
  most: number;
}

function nearOf(
  one: PremisesSets,
  pairs: readonly number[],
  { opening, offers, prices, worth, slack, most }: Nearness,
): SetBits {
  const bits = one.pairs.map((pair) => pairs.indexOf(pair));
  const known = offers.map((offer, item) => (bits[item]! < 0 ? -Infinity : offer));
  const within = (distance: number): SetBits | null => {
    if (one.written)
      return listedAsBits(one.written, { opening, offers: known, bits, dearest: worth + distance, most });
    const walked = one.near(prices, opening - worth - distance, most);
    return walked && asBits(one.premises, pairs, opening, walked);
  };
  for (let halvings = 0; halvings < mostHalvings; halvings += 1) {
    const found = within(slack / 2 ** halvings);
    if (found) return found;
  }
  return asBits(one.premises, pairs, opening, []);
}

/** Sets as bits, those that hold none but the pairs that have one. */
function asBits(
  premises: number,
  pairs: readonly number[],
  opening: number,
  sets: readonly UnitSet[],
): SetBits {
  const known = new Set(pairs);
  const coded = sets
    .filter((set) => set.pairs.every((pair) => known.has(pair)))
    .map((set) => codeOf({ premises, pairs }, set.pairs, set.cost + opening));
  return {
    low: Int32Array.from(coded, ({ low }) => low),
    high: Int32Array.from(coded, ({ high }) => high),
    cost: Float64Array.from(coded, ({ cost }) => cost),
  };
}
