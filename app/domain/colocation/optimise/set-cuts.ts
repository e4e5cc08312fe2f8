import { bitsOfWord } from "./branch.ts";

/**
 * What holds of whole sets, and not of parts of them: of the sets that count, one at most is chosen. Without premises those count that
 * hold two of three units; with premises those there that hold one of two units, and those elsewhere that hold both. (Rows of units and
 * premises, added up, halved and rounded down: Chvátal-Gomory.)
 */
export interface SetCut {
  units: readonly number[];
  premises: number | null;
}

/** A part of a set that has been taken. */
export interface TakenSet {
  premises: number;
  units: readonly number[];
  share: number;
}

/** Whether a set counts, which holds so many of the units of a cut. */
const counts = (cut: SetCut, premises: number, held: number) => held >= (cut.premises === premises ? 1 : 2);

const leastExcess = 0.03;

/** The cuts that parts of sets break, those first that are broken most; `most` of them. */
export function brokenCuts(taken: readonly TakenSet[], units: number, most: number): SetCut[] {
  const together = new Float64Array(units * units);
  for (const { units: inside, share } of taken)
    for (const a of inside) for (const b of inside) together[a * units + b]! += share;
  const near = [...together.keys()]
    .filter((at) => Math.floor(at / units) < at % units && together[at]! > leastExcess)
    .map((at) => [Math.floor(at / units), at % units] as const);
  const found = new Map<string, { cut: SetCut; excess: number }>();
  const consider = (cut: SetCut) => {
    const key = `${cut.premises} ${cut.units.join(" ")}`;
    if (found.has(key)) return;
    const all = taken.reduce((sum, { premises, units: inside, share }) => {
      const held = cut.units.filter((unit) => inside.includes(unit)).length;
      return counts(cut, premises, held) ? sum + share : sum;
    }, 0);
    found.set(key, { cut, excess: all - 1 });
  };
  const places = new Set(taken.map(({ premises }) => premises));
  for (const [a, b] of near) {
    for (const premises of places) consider({ units: [a, b], premises });
    for (let c = 0; c < units; c += 1) {
      const sum = together[a * units + b]! + together[a * units + c]! + together[b * units + c]!;
      if (c !== a && c !== b && sum > 1 + leastExcess)
        consider({ units: [a, b, c].sort((x, y) => x - y), premises: null });
    }
  }
  return [...found.values()]
    .filter(({ excess }) => excess > leastExcess)
    .sort((x, y) => y.excess - x.excess)
    .slice(0, most)
    .map(({ cut }) => cut);
}

/** Tells of a set in one of the premises, by its bits, whether it counts; null where none there can. */
export function counterOf(
  cut: SetCut,
  premises: number,
  units: readonly number[],
): ((low: number, high: number) => boolean) | null {
  const masks = cut.units
    .map((unit) => units.indexOf(unit))
    .filter((bit) => bit >= 0)
    .map((bit) => (bit < bitsOfWord ? [1 << bit, 0] : [0, 1 << (bit - bitsOfWord)]) as [number, number]);
  if (!counts(cut, premises, masks.length)) return null;
  return (low, high) => {
    let held = 0;
    for (const [ofLow, ofHigh] of masks) if ((low & ofLow) !== 0 || (high & ofHigh) !== 0) held += 1;
    return counts(cut, premises, held);
  };
}
