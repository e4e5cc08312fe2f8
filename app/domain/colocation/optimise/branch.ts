/** What a part of all choices holds fixed: which premises are used, and who is, or is not, in each of them. */
export interface Branch {
  /** No placement in it costs less. */
  bound: number;
  /** One a premises: 1 where somebody must be. */
  isUsed: Uint8Array;
  /** Who must be, and who cannot be, in each of the premises: two words of bits a premises, as sets are written. */
  must: Int32Array;
  bar: Int32Array;
}

export const bitsOfWord = 31;

export const wholeBranch = (premises: number, bound: number): Branch => ({
  bound,
  isUsed: new Uint8Array(premises),
  must: new Int32Array(2 * premises),
  bar: new Int32Array(2 * premises),
});

const copyOf = ({ bound, isUsed, must, bar }: Branch): Branch => ({
  ...{ bound, isUsed: isUsed.slice(), must: must.slice(), bar: bar.slice() },
});

/** Where a unit may be, and which bit it has there. */
export type Places = readonly { premises: number; bit: number }[];

const setBit = (words: Int32Array, premises: number, bit: number) => {
  words[2 * premises + (bit < bitsOfWord ? 0 : 1)]! |= 1 << (bit % bitsOfWord);
};

/** The two parts that differ in whether a unit is in premises. */
export function splitByUnit(branch: Branch, places: Places, premises: number): [Branch, Branch] {
  const [there, elsewhere] = [copyOf(branch), copyOf(branch)];
  for (const place of places) {
    if (place.premises === premises) {
      setBit(there.must, premises, place.bit);
      setBit(elsewhere.bar, premises, place.bit);
    } else setBit(there.bar, place.premises, place.bit);
  }
  there.isUsed[premises] = 1;
  return [there, elsewhere];
}

/** Whether it is decided that the unit of a bit is in the premises. */
export const isThere = ({ must }: Branch, premises: number, bit: number): boolean =>
  ((must[2 * premises + (bit < bitsOfWord ? 0 : 1)]! >>> (bit % bitsOfWord)) & 1) === 1;

/** Whether a set may be chosen there. */
export function allows({ must, bar }: Branch, premises: number, low: number, high: number): boolean {
  const at = 2 * premises;
  const has = (low & must[at]!) === must[at]! && (high & must[at + 1]!) === must[at + 1]!;
  return has && (low & bar[at]!) === 0 && (high & bar[at + 1]!) === 0;
}
