import { bitsOfWord } from "./branch.ts";
import { CodedSets } from "./coded-sets.ts";
import { openingOf, type Layout } from "./layout.ts";
import { unitsOf, type PricedSets } from "./price-units.ts";
import { listedAsBits } from "./sets-as-bits.ts";

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
    const near = listedAsBits(one.written!, {
      opening,
      offers,
      bits: units.map((_, bit) => bit),
      dearest: worth[one.premises]! + slack,
      most: left,
    });
    if (!near) return null;
    left -= near.cost.length;
    coded.push(new CodedSets(one.premises, one.pairs, units, near));
  }
  return coded;
}
