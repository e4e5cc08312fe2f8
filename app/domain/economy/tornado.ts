/** A value with how low and how high it might be. */
export interface Range {
  key: string;
  low: number;
  base: number;
  high: number;
}

/** What comes of one value at its low and at its high, the others at their base. */
export interface TornadoBar {
  key: string;
  atLow: number;
  atHigh: number;
}

/** Of a set of values by key, what comes of it. */
export type Outcome = (values: ReadonlyMap<string, number>) => number;

export const basesOf = (ranges: readonly Range[]): Map<string, number> =>
  new Map(ranges.map(({ key, base }) => [key, base]));

/**
 * How much each value alone moves the outcome, the one that moves it most first; what moves nothing is left out.
 * @example tornado([{ key: "rent", low: 1, base: 2, high: 4 }], (v) => 10 * v.get("rent")!) // [{ key: "rent", atLow: 10, atHigh: 40 }]
 */
export function tornado(ranges: readonly Range[], outcome: Outcome): TornadoBar[] {
  const bases = basesOf(ranges);
  const at = (key: string, value: number) => outcome(new Map(bases).set(key, value));
  return ranges
    .map(({ key, low, high }) => ({ key, atLow: at(key, low), atHigh: at(key, high) }))
    .filter(({ atLow, atHigh }) => atLow !== atHigh)
    .sort((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow));
}
