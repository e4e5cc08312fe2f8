/** What a part of all choices holds fixed: which premises are kept or given up, and who is, or is not, in each of them. */
export interface Branch {
  /** No placement in it costs less. */
  bound: number;
  /** One a premises: `kept`, `givenUp`, or 0. */
  standing: Uint8Array;
  /** Who must be, and who cannot be, in each of the premises: two words of bits a premises, as sets are written. */
  must: Int32Array;
  bar: Int32Array;
}

/** What is said of premises; 0 leaves them free to be either. */
export const [kept, givenUp] = [1, 2];
export const bitsOfWord = 31;
const allBits = 0x7fffffff;

export const wholeBranch = (premises: number, bound: number): Branch => ({
  bound,
  standing: new Uint8Array(premises),
  must: new Int32Array(2 * premises),
  bar: new Int32Array(2 * premises),
});

const copyOf = ({ bound, standing, must, bar }: Branch): Branch => ({
  ...{ bound, standing: standing.slice(), must: must.slice(), bar: bar.slice() },
});

/** The two parts that differ in whether premises are kept. */
export function splitByPremises(branch: Branch, premises: number): [Branch, Branch] {
  return [givenUp, kept].map((standing) => {
    const part = copyOf(branch);
    part.standing[premises] = standing;
    return part;
  }) as [Branch, Branch];
}

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
  there.standing[premises] = kept;
  return [there, elsewhere];
}

/** The part where premises hold a set and nobody else, and its units are nowhere else. */
export function withSet(
  branch: Branch,
  { premises, low, high }: { premises: number; low: number; high: number },
  placesOfUnits: readonly Places[],
): Branch {
  const part = copyOf(branch);
  part.standing[premises] = kept;
  part.must.set([low, high], 2 * premises);
  part.bar.set([~low & allBits, ~high & allBits], 2 * premises);
  for (const places of placesOfUnits)
    for (const place of places) if (place.premises !== premises) setBit(part.bar, place.premises, place.bit);
  return part;
}

/** Whether a set may be chosen there. */
export function allows(
  { standing, must, bar }: Branch,
  premises: number,
  low: number,
  high: number,
): boolean {
  const at = 2 * premises;
  const has = (low & must[at]!) === must[at]! && (high & must[at + 1]!) === must[at + 1]!;
  return standing[premises] !== givenUp && has && (low & bar[at]!) === 0 && (high & bar[at + 1]!) === 0;
}
