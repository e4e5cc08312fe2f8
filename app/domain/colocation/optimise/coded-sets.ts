import { allows, bitsOfWord, givenUp, kept, type Branch } from "./branch.ts";
import type { Layout } from "./layout.ts";
import type { PremisesSets } from "./premises-sets.ts";
import { unitsOf, type PricedSets } from "./price-units.ts";

/** A set of units in one of the premises, as bits: the first 31 who may be there in `low`, those after them in `high`. */
export interface CodedSet {
  premises: number;
  low: number;
  high: number;
  /** What it costs there, keeping the premises counted. */
  cost: number;
}

/** Sets of one of the premises, written as bits so that who must and who cannot be there is asked quickly. */
export class CodedSets {
  #low: Int32Array;
  #high: Int32Array;
  #cost: Float64Array;
  /** What each set comes to at the prices last asked about. */
  #values: Float64Array;

  constructor(
    readonly premises: number,
    /** Pairs and units by their bit. */
    readonly pairs: readonly number[],
    readonly units: readonly number[],
    sets: { low: Int32Array; high: Int32Array; cost: Float64Array },
  ) {
    [this.#low, this.#high, this.#cost] = [sets.low, sets.high, sets.cost];
    this.#values = new Float64Array(sets.cost.length);
  }

  /** The bits of a set. */
  bitsOf({ low, high }: CodedSet): number[] {
    return this.pairs.flatMap((_, bit) =>
      ((bit < bitsOfWord ? low : high) >>> (bit % bitsOfWord)) & 1 ? [bit] : [],
    );
  }

  /** What the set that costs least comes to in a branch, less what its units offer; 0 where nobody need be there. */
  least(prices: Float64Array, branch: Branch): number {
    const offer = Float64Array.from(this.units, (unit) => prices[unit]!);
    const values = this.#values;
    if (branch.standing[this.premises] === givenUp) {
      values.fill(Infinity);
      return 0;
    }
    let least = branch.standing[this.premises] === kept ? Infinity : 0;
    for (let set = 0; set < values.length; set += 1) {
      const [low, high] = [this.#low[set]!, this.#high[set]!];
      if (!allows(branch, this.premises, low, high)) {
        values[set] = Infinity;
        continue;
      }
      let value = this.#cost[set]!;
      for (let rest = low; rest !== 0; rest &= rest - 1) value -= offer[31 - Math.clz32(rest & -rest)]!;
      for (let rest = high; rest !== 0; rest &= rest - 1)
        value -= offer[bitsOfWord + 31 - Math.clz32(rest & -rest)]!;
      values[set] = value;
      if (value < least) least = value;
    }
    return least;
  }

  /** The sets that came to less than so much, least first, `most` of them. */
  below(limit: number, most: number): CodedSet[] {
    const found: number[] = [];
    this.#values.forEach((value, set) => value < limit && found.push(set));
    found.sort((a, b) => this.#values[a]! - this.#values[b]!);
    return found.slice(0, most).map((set) => ({
      ...{ premises: this.premises, low: this.#low[set]!, high: this.#high[set]!, cost: this.#cost[set]! },
    }));
  }

  /** Forgets the sets that came to more than so much. */
  forgetAbove(limit: number): void {
    const keep: number[] = [];
    this.#values.forEach((value, set) => value <= limit && keep.push(set));
    if (keep.length > this.#values.length * 0.9) return;
    this.#low = Int32Array.from(keep, (set) => this.#low[set]!);
    this.#high = Int32Array.from(keep, (set) => this.#high[set]!);
    this.#cost = Float64Array.from(keep, (set) => this.#cost[set]!);
    this.#values = Float64Array.from(keep, (set) => this.#values[set]!);
  }
}

/** So many sets are written as bits at most, and so many units may be in one of the premises. */
const [mostSets, mostUnits] = [1_500_000, 2 * bitsOfWord];

/** The sets of all premises as bits; null where they are too many, or not all written down. */
export function codeSets(layout: Layout, { sets }: PricedSets): CodedSets[] | null {
  const isListed = sets.every(({ listed, pairs }) => listed > 0 && pairs.length <= mostUnits);
  if (!isListed || sets.reduce((sum, { listed }) => sum + listed, 0) > mostSets) return null;
  const unitOf = unitsOf(layout);
  return sets.map((one) => codeSetsOf(layout, one, unitOf));
}

function codeSetsOf(layout: Layout, one: PremisesSets, unitOf: Int32Array): CodedSets {
  const { premises, pairs } = one;
  const { before, item, cost } = one.written!;
  const opening = layout.isKept[premises] ? 0 : layout.openCost[premises]!;
  const [low, high] = [new Int32Array(cost.length), new Int32Array(cost.length)];
  for (let set = 1; set < cost.length; set += 1) {
    const [from, bit] = [before[set]!, item[set]!];
    low[set] = low[from]! | (bit < bitsOfWord ? 1 << bit : 0);
    high[set] = high[from]! | (bit < bitsOfWord ? 0 : 1 << (bit - bitsOfWord));
  }
  return new CodedSets(
    premises,
    pairs,
    pairs.map((pair) => unitOf[pair]!),
    { low: low.subarray(1), high: high.subarray(1), cost: cost.subarray(1).map((each) => each + opening) },
  );
}

/** A set of pairs as bits. */
export function codeOf({ premises, pairs }: CodedSets, inside: readonly number[], cost: number): CodedSet {
  const bits = inside.map((pair) => pairs.indexOf(pair));
  const word = (from: number) =>
    bits.reduce((sum, bit) => (bit >= from && bit < from + bitsOfWord ? sum | (1 << (bit - from)) : sum), 0);
  return { premises, low: word(0), high: word(bitsOfWord), cost };
}
