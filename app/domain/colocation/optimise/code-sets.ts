import { bitsOfWord } from "./branch.ts";
import { CodedSets, type CodedSet, type SetBits } from "./coded-sets.ts";
import { openingOf, type Layout } from "./layout.ts";
import type { ListedSets } from "./listed-sets.ts";
import type { UnitSet } from "./premises-sets.ts";
import { unitsOf, type PricedSets } from "./price-units.ts";

/** So many sets are written as bits at most (some 130 MB), and so many units may be in one of the premises. */
const [mostSets, mostUnits] = [4_000_000, 2 * bitsOfWord];

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
    const near = nearAsBits(one.written!, { opening, offers, most: worth[one.premises]! + slack, left });
    if (!near) return null;
    left -= near.cost.length;
    coded.push(new CodedSets(one.premises, one.pairs, units, near));
  }
  return coded;
}

/** Some sets as bits; null where more units may be in one of the premises than there are bits. */
export function codeSome(layout: Layout, { sets }: PricedSets, some: readonly UnitSet[]): CodedSets[] | null {
  if (sets.some(({ pairs }) => pairs.length > mostUnits)) return null;
  const unitOf = unitsOf(layout);
  const ofPremises = sets.map((): UnitSet[] => []);
  for (const set of some) ofPremises[set.premises]!.push(set);
  return sets.map((one) => {
    const units = one.pairs.map((pair) => unitOf[pair]!);
    const opening = openingOf(layout, one.premises);
    const coded = ofPremises[one.premises]!.map(({ pairs, cost }) => codeOf(one, pairs, cost + opening));
    return new CodedSets(one.premises, one.pairs, units, {
      low: Int32Array.from(coded, ({ low }) => low),
      high: Int32Array.from(coded, ({ high }) => high),
      cost: Float64Array.from(coded, (each) => each.cost),
    });
  });
}

interface Near {
  opening: number;
  /** What the unit of each bit offers. */
  offers: readonly number[];
  /** What a set comes to at most, less what its units offer. */
  most: number;
  left: number;
}

/** The sets that come to no more than so much; null where they are more than `left`. The first of a list is empty, and left out. */
function nearAsBits(
  { before, item, cost }: ListedSets,
  { opening, offers, most, left }: Near,
): SetBits | null {
  const [low, high] = [new Int32Array(cost.length), new Int32Array(cost.length)];
  const offered = new Float64Array(cost.length);
  let count = 0;
  for (let set = 1; set < cost.length; set += 1) {
    const [from, bit] = [before[set]!, item[set]!];
    low[set] = low[from]! | (bit < bitsOfWord ? 1 << bit : 0);
    high[set] = high[from]! | (bit < bitsOfWord ? 0 : 1 << (bit - bitsOfWord));
    offered[set] = offered[from]! + offers[bit]!;
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
