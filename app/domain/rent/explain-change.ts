import type { RentLine } from "./rent-lines.ts";

/** Why a line costs something else than before. */
export const rentCauses = ["terms", "area", "index", "days"] as const;
export type RentCause = (typeof rentCauses)[number];

export interface RentChange {
  /** The line's kind and part. */
  key: string;
  cause: RentCause;
  deltaOre: number;
}

/** What a line is the same line by, from year to year: its kind, and its part of the base rent. */
export const lineKey = ({ term }: Pick<RentLine, "term">): string =>
  term.part ? `${term.kind}:${term.part}` : term.kind;

/** What one line stood at when a period ended, and what it came to. */
export interface Standing {
  key: string;
  unitYearlyOre: number;
  areaM2: number;
  factor: number;
  amountOre: number;
}

const nothing = { unitYearlyOre: 0, areaM2: 1, factor: 1, amountOre: 0 };

const standingOf = (line: RentLine): Standing => ({
  ...{ key: lineKey(line), unitYearlyOre: line.unitYearlyOre, areaM2: line.areaM2 ?? 1 },
  ...{ factor: line.regulated?.factor ?? 1, amountOre: line.amountOre },
});

/** Of pieces of one line the last says what it stood at; their amounts are one. */
function byKey(pieces: readonly Standing[]): Map<string, Standing> {
  const found = new Map<string, Standing>();
  for (const piece of pieces) {
    const before = found.get(piece.key)?.amountOre ?? 0;
    found.set(piece.key, { ...piece, amountOre: before + piece.amountOre });
  }
  return found;
}

/** What the roundings of a few pieces may leave, øre; it goes with the largest cause. */
const mostRounding = 6;

/**
 * Why a lease costs more or less in one period than in another as long, line by line: other terms, other m², another index, and
 * what is left, which is that a change came in the middle of a period. Taken one after the other, each rounded but the
 * last, so the causes sum to the whole difference to the øre. Causes of nothing are left out.
 * @example explainChange(linesOf2025, linesOf2026) // [{ key: "base:capital", cause: "index", deltaOre: 1_234 }]
 */
export const explainChange = (before: readonly RentLine[], after: readonly RentLine[]): RentChange[] =>
  explainStandings(before.map(standingOf), after.map(standingOf), 1);

/** The same of lines as they were charged, for periods of a share of a year: 1/12 for months. */
export function explainStandings(
  before: readonly Standing[],
  after: readonly Standing[],
  shareOfYear: number,
): RentChange[] {
  const [was, is] = [byKey(before), byKey(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [a, b] = [was.get(key) ?? nothing, is.get(key) ?? nothing];
    const area = is.has(key) && was.has(key) ? b.areaM2 : Math.max(a.areaM2, b.areaM2);
    const steps: [RentCause, number][] = [
      ["terms", (b.unitYearlyOre - a.unitYearlyOre) * (was.has(key) ? a.areaM2 : area) * a.factor],
      ["area", b.unitYearlyOre * (was.has(key) ? area - a.areaM2 : 0) * a.factor],
      ["index", b.unitYearlyOre * area * (b.factor - a.factor)],
    ];
    const rounded = steps.map(([cause, ore]) => ({ key, cause, deltaOre: Math.round(ore * shareOfYear) }));
    const left = b.amountOre - a.amountOre - rounded.reduce((sum, { deltaOre }) => sum + deltaOre, 0);
    const largest = rounded.reduce((most, one) =>
      Math.abs(one.deltaOre) > Math.abs(most.deltaOre) ? one : most,
    );
    const isRounding = Math.abs(left) <= mostRounding && largest.deltaOre !== 0;
    if (isRounding) largest.deltaOre += left;
    return [...rounded, { key, cause: "days" as const, deltaOre: isRounding ? 0 : left }].filter(
      ({ deltaOre }) => deltaOre !== 0,
    );
  });
}
