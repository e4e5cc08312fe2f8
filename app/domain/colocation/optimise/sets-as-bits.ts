import { bitsOfWord } from "./branch.ts";
import type { CodedSet, SetBits } from "./coded-sets.ts";
import type { ListedSets } from "./listed-sets.ts";

/** Which of the sets of a list are wanted. */
export interface WantedOfList {
  opening: number;
  /** What the unit of each item offers, and which bit it has; one without a bit offers -Infinity. */
  offers: readonly number[];
  bits: readonly number[];
  /** What a set comes to at most, less what its units offer. */
  dearest: number;
  /** So many sets at most. */
  most: number;
}

/** The sets of a list that are wanted; null where they are more than may be. The first of a list is empty, and left out. */
export function listedAsBits(
  { before, item, cost }: ListedSets,
  { opening, offers, bits, dearest, most }: WantedOfList,
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
    if (opening + cost[set]! - offered[set]! <= dearest) count += 1;
  }
  if (count > most) return null;
  const near = { low: new Int32Array(count), high: new Int32Array(count), cost: new Float64Array(count) };
  for (let set = 1, at = 0; set < cost.length; set += 1) {
    if (opening + cost[set]! - offered[set]! > dearest) continue;
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
