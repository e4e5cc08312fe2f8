import { bitsOfWord, type Branch } from "./branch.ts";
import { counterOf, type SetCut } from "./set-cuts.ts";

/** So many cuts can be told apart. */
export const mostCuts = 2 * bitsOfWord;

/** A set of units in one of the premises, as bits: the first 31 who may be there in `low`, those after them in `high`. */
export interface CodedSet {
  premises: number;
  low: number;
  high: number;
  /** What it costs there, keeping the premises counted. */
  cost: number;
}

const bytesOfWord = 4;

/** What the units of a word offer, of which byte `from` is the first. */
const offerOf = (offers: Float64Array, from: number, word: number): number =>
  offers[256 * from + (word & 255)]! +
  offers[256 * (from + 1) + ((word >>> 8) & 255)]! +
  offers[256 * (from + 2) + ((word >>> 16) & 255)]! +
  offers[256 * (from + 3) + (word >>> 24)]!;

/** Writes down what the bits of each byte offer together: a set is then a few numbers to look up instead of one a unit. */
function byByte(offers: Float64Array, bits: number, offerOfBit: (bit: number) => number): Float64Array {
  for (let byte = 0; byte < 2 * bytesOfWord; byte += 1) {
    const from = (byte < bytesOfWord ? 0 : bitsOfWord) + 8 * (byte % bytesOfWord);
    for (let each = 1; each < 256 && from < bits; each += 1) {
      const bit = from + 31 - Math.clz32(each & -each);
      offers[256 * byte + each] =
        offers[256 * byte + (each & (each - 1))]! + (bit < bits ? offerOfBit(bit) : 0);
    }
  }
  return offers;
}

/** What units offer for being placed, and what cuts are worth: 0, or below. */
export interface SetPrices {
  prices: Float64Array;
  cutPrices: Float64Array;
}

/** Sets as bits, a set a place. */
export interface SetBits {
  low: Int32Array;
  high: Int32Array;
  cost: Float64Array;
}

/** Sets of one of the premises, written as bits so that who must and who cannot be there is asked quickly. */
export class CodedSets {
  #low: Int32Array;
  #high: Int32Array;
  #cost: Float64Array;
  /** What each set comes to at the prices last asked about. */
  #values: Float64Array;
  readonly #offers = new Float64Array(256 * 2 * bytesOfWord);
  /** The cuts in which each set counts, as bits; none before there are any. */
  #cutsLow: Int32Array | null = null;
  #cutsHigh: Int32Array | null = null;
  readonly #cutOffers = new Float64Array(256 * 2 * bytesOfWord);

  constructor(
    readonly premises: number,
    /** Pairs and units by their bit. */
    readonly pairs: readonly number[],
    readonly units: readonly number[],
    sets: SetBits,
  ) {
    [this.#low, this.#high, this.#cost] = [sets.low, sets.high, sets.cost];
    this.#values = new Float64Array(sets.cost.length);
  }

  /** How many sets there are. */
  get size(): number {
    return this.#cost.length;
  }

  /** Adds those that are not there, where not all sets are; before there are cuts. */
  include(sets: readonly CodedSet[]): void {
    // Two words of bits are more than one number holds exactly.
    const isThere = ({ low, high }: CodedSet) =>
      this.#low.some((each, set) => each === low && this.#high[set] === high);
    const more = sets.filter((set) => !isThere(set));
    this.#low = Int32Array.from([...this.#low, ...more.map(({ low }) => low)]);
    this.#high = Int32Array.from([...this.#high, ...more.map(({ high }) => high)]);
    this.#cost = Float64Array.from([...this.#cost, ...more.map(({ cost }) => cost)]);
    this.#values = new Float64Array(this.#cost.length);
  }

  /** The bits of a set. */
  bitsOf({ low, high }: CodedSet): number[] {
    return this.pairs.flatMap((_, bit) =>
      ((bit < bitsOfWord ? low : high) >>> (bit % bitsOfWord)) & 1 ? [bit] : [],
    );
  }

  /** Has the sets know whether they count in a cut, of which `at` (below `mostCuts`) is the place among cuts. */
  countIn(cut: SetCut, at: number): void {
    this.#cutsLow ??= new Int32Array(this.#cost.length);
    this.#cutsHigh ??= new Int32Array(this.#cost.length);
    const isCounted = counterOf(cut, this.premises, this.units);
    if (!isCounted) return;
    const word = at < bitsOfWord ? this.#cutsLow : this.#cutsHigh;
    for (let set = 0; set < word.length; set += 1)
      if (isCounted(this.#low[set]!, this.#high[set]!)) word[set]! |= 1 << (at % bitsOfWord);
  }

  /**
   * What the set that costs least comes to in a branch, less what its units offer and, by what cuts are worth (0 or below), more; 0 where
   * nobody need be there.
   */
  least({ prices, cutPrices }: SetPrices, { isUsed, must, bar }: Branch): number {
    const [values, costs, lows, highs] = [this.#values, this.#cost, this.#low, this.#high];
    const at = 2 * this.premises;
    const [mustLow, mustHigh, barLow, barHigh] = [must[at]!, must[at + 1]!, bar[at]!, bar[at + 1]!];
    const offers = byByte(this.#offers, this.units.length, (bit) => prices[this.units[bit]!]!);
    const [cutsLow, cutsHigh] = [this.#cutsLow, this.#cutsHigh];
    const ofCuts = byByte(this.#cutOffers, cutPrices.length, (bit) => cutPrices[bit]!);
    let least = isUsed[this.premises] === 1 ? Infinity : 0;
    for (let set = 0; set < values.length; set += 1) {
      const [low, high] = [lows[set]!, highs[set]!];
      values[set] = Infinity;
      // The rule of `allows`, its words read once: it is asked of millions of sets.
      if ((low & mustLow) !== mustLow || (high & mustHigh) !== mustHigh) continue;
      if ((low & barLow) !== 0 || (high & barHigh) !== 0) continue;
      let value = costs[set]! - offerOf(offers, 0, low);
      if (high !== 0) value -= offerOf(offers, bytesOfWord, high);
      if (cutsLow !== null && cutsLow[set] !== 0) value -= offerOf(ofCuts, 0, cutsLow[set]!);
      if (cutsHigh !== null && cutsHigh[set] !== 0) value -= offerOf(ofCuts, bytesOfWord, cutsHigh[set]!);
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
    if (this.#cutsLow) this.#cutsLow = Int32Array.from(keep, (set) => this.#cutsLow![set]!);
    if (this.#cutsHigh) this.#cutsHigh = Int32Array.from(keep, (set) => this.#cutsHigh![set]!);
    this.#cost = Float64Array.from(keep, (set) => this.#cost[set]!);
    this.#values = Float64Array.from(keep, (set) => this.#values[set]!);
  }
}
