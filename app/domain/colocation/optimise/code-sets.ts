import { bitsOfWord } from "./branch.ts";
import { CodedSets, type CodedSet, type SetBits } from "./coded-sets.ts";
import { openingOf, type Layout } from "./layout.ts";
import type { ListedSets } from "./listed-sets.ts";
import type { PremisesSets, UnitSet } from "./premises-sets.ts";
import { unitsOf, type PricedSets } from "./price-units.ts";

/** So many sets are written as bits at most (some 130 MB), and so many units may be in one of the premises. */
const [mostSets, mostUnits] = [4_000_000, 2 * bitsOfWord];
/** Of one of the premises, and of all, so many are near at most; where they are more, half of the distance is asked for, and so on. */
const [mostOfOne, mostOfAll, mostHalvings] = [8_000, 1_500_000, 20];

/** The sets as bits that a placement cheaper than `upper` could be made of; null where they are too many, or not all written down. */
export function codeSets(
  layout: Layout,
  { sets, priced: { bound, prices, worth } }: PricedSets,
  upper: number,
): CodedSets[] | null {
  if (!sets.every(({ listed, pairs }) => listed > 0 && pairs.length <= mostUnits)) return null;
  const unitOf = unitsOf(layout);
  const slack = upper - bound + 1e-7 * Math.abs(upper);
  let left = mostSets;
  const coded: CodedSets[] = [];
  for (const one of sets) {
    const units = one.pairs.map((pair) => unitOf[pair]!);
    const opening = openingOf(layout, one.premises);
    const offers = units.map((unit) => prices[unit]!);
    const near = nearAsBits(one.written!, {
      opening,
      offers,
      bits: units.map((_, bit) => bit),
      most: worth[one.premises]! + slack,
      left,
    });
    if (!near) return null;
    left -= near.cost.length;
    coded.push(new CodedSets(one.premises, one.pairs, units, near));
  }
  return coded;
}

/**
 * Sets that are near as bits, not all that a better placement could be made of: what to look for good placements in where all are too many.
 * Of more units than there are bits, those that offer most are known.
 */
export function codeNear(layout: Layout, { sets, priced }: PricedSets, upper: number): CodedSets[] {
  const unitOf = unitsOf(layout);
  const left = Math.min(mostOfOne, Math.floor(mostOfAll / sets.length));
  return sets.map((one) => {
    const gain = (pair: number) => priced.prices[unitOf[pair]!]! - layout.pairCost[pair]!;
    const pairs = [...one.pairs].sort((a, b) => gain(b) - gain(a)).slice(0, mostUnits);
    const near = nearOf(one, pairs, {
      opening: openingOf(layout, one.premises),
      offers: one.pairs.map((pair) => priced.prices[unitOf[pair]!]!),
      ...{ prices: priced.prices, worth: priced.worth[one.premises]!, slack: upper - priced.bound, left },
    });
    return new CodedSets(
      one.premises,
      pairs,
      pairs.map((pair) => unitOf[pair]!),
      near,
    );
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
  left: number;
}

function nearOf(
  one: PremisesSets,
  pairs: readonly number[],
  { opening, offers, prices, worth, slack, left }: Nearness,
): SetBits {
  const bits = one.pairs.map((pair) => pairs.indexOf(pair));
  const known = offers.map((offer, item) => (bits[item]! < 0 ? -Infinity : offer));
  for (let halvings = 0, most = slack; halvings < mostHalvings; halvings += 1, most /= 2) {
    const found = one.written
      ? nearAsBits(one.written, { opening, offers: known, bits, most: worth + most, left })
      : asBits(one.premises, pairs, opening, one.near(prices, opening - worth - most, left));
    if (found) return found;
  }
  return asBits(one.premises, pairs, opening, [])!;
}

/** Sets as bits, those that hold none but the pairs that have one; null of null. */
function asBits(
  premises: number,
  pairs: readonly number[],
  opening: number,
  sets: readonly UnitSet[] | null,
): SetBits | null {
  if (!sets) return null;
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

interface Near {
  opening: number;
  /** What the unit of each item offers, and which bit it has; one without a bit offers -Infinity. */
  offers: readonly number[];
  bits: readonly number[];
  /** What a set comes to at most, less what its units offer. */
  most: number;
  left: number;
}

/** The sets that come to no more than so much; null where they are more than `left`. The first of a list is empty, and left out. */
function nearAsBits(
  { before, item, cost }: ListedSets,
  { opening, offers, bits, most, left }: Near,
): SetBits | null {
  const [low, high] = [new Int32Array(cost.length), new Int32Array(cost.length)];
  const offered = new Float64Array(cost.length);
  let count = 0;
  for (let set = 1; set < cost.length; set += 1) {
    const from = before[set]!;
    const bit = bits[item[set]!]!;
    low[set] = low[from]! | (bit < bitsOfWord ? 1 << bit : 0);
    high[set] = high[from]! | (bit < bitsOfWord ? 0 : 1 << (bit - bitsOfWord));
    offered[set] = offered[from]! + offers[item[set]!]!;
    if (opening + cost[set]! - offered[set]! <= most) count += 1;
  }
  if (count > left) return null;
  const near = { low: new Int32Array(count), high: new Int32Array(count), cost: new Float64Array(count) };
  for (let set = 1, at = 0; set < cost.length; set += 1) {
    if (opening + cost[set]! - offered[set]! > most) continue;
    [near.low[at], near.high[at], near.cost[at]] = [low[set]!, high[set]!, cost[set]! + opening];
    at += 1;
  }
  return near;
}

/** A set of pairs as bits. */
export function codeOf(
  { premises, pairs }: { premises: number; pairs: readonly number[] },
  inside: readonly number[],
  cost: number,
): CodedSet {
  const bits = inside.map((pair) => pairs.indexOf(pair));
  const word = (from: number) =>
    bits.reduce((sum, bit) => (bit >= from && bit < from + bitsOfWord ? sum | (1 << (bit - from)) : sum), 0);
  return { premises, low: word(0), high: word(bitsOfWord), cost };
}
