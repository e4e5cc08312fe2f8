import { explainStandings, type Standing } from "../rent/explain-change.ts";
import { feeKey, sumOf, type ChargeLine } from "./charge-line.ts";

/** Why a lease is charged something else than the time before. */
export const chargeCauses = [
  "new",
  "ended",
  "index",
  "area",
  "phaseIn",
  "amended",
  "fee",
  "correction",
  "days",
  "rounding",
] as const;
export type ChargeCause = (typeof chargeCauses)[number];

export interface ChargeReason {
  key: string;
  cause: ChargeCause;
  deltaOre: number;
}

/** What a lease was charged the time before: as it was issued, and as it stands after corrections. */
export interface ChargedBefore {
  issued: readonly ChargeLine[];
  standing: readonly ChargeLine[];
}

/** So little a line is rounded by from month to month. */
const mostRounding = 2;

const standingOf = ({ key, inputs, amountOre }: ChargeLine): Standing => ({
  ...{ key, unitYearlyOre: inputs.unitYearlyOre ?? 0, areaM2: inputs.areaM2 ?? 1 },
  ...{ factor: inputs.factor ?? 1, amountOre },
});

/**
 * Why a lease is charged more or less than the period before, line by line. What was corrected since counts as that; the rest by its
 * cause: new, ended, index, m², a step of a phase-in, other terms, or a change in the middle of a period. The reasons sum to
 * the whole difference to the øre.
 * @example explainDifference(null, lines, 1 / 12) // [{ key: "base:capital", cause: "new", deltaOre: 10_000_00 }]
 */
export function explainDifference(
  before: ChargedBefore | null,
  after: readonly ChargeLine[],
  shareOfYear: number,
): ChargeReason[] {
  if (!before || before.issued.length === 0) return whole(after, "new", 1);
  const corrected = sumByKey(before.standing, before.issued).map(({ key, deltaOre }) => ({
    ...{ key, cause: "correction" as const, deltaOre },
  }));
  const rest =
    after.length === 0
      ? whole(before.standing, "ended", -1)
      : sinceStanding(before.standing, after, shareOfYear);
  return [...corrected, ...rest].filter(({ deltaOre }) => deltaOre !== 0);
}

function sinceStanding(
  standing: readonly ChargeLine[],
  after: readonly ChargeLine[],
  shareOfYear: number,
): ChargeReason[] {
  const isRent = ({ key }: ChargeLine) => key !== feeKey;
  const [was, is] = [standing.filter(isRent), after.filter(isRent)];
  const [oldTerms, newTerms] = [termsOf(was), termsOf(is)];
  const rent = explainStandings(was.map(standingOf), is.map(standingOf), shareOfYear).map(
    ({ key, cause, deltaOre }): ChargeReason => {
      if (cause === "terms")
        return { key, cause: oldTerms.get(key) === newTerms.get(key) ? "phaseIn" : "amended", deltaOre };
      const isRounding = cause === "days" && Math.abs(deltaOre) <= mostRounding;
      return { key, cause: isRounding ? "rounding" : cause, deltaOre };
    },
  );
  const feeOre = feeOf(after) - feeOf(standing);
  return [...rent, { key: feeKey, cause: "fee", deltaOre: feeOre }];
}

const feeOf = (lines: readonly ChargeLine[]): number => sumOf(lines.filter(({ key }) => key === feeKey));

/** The term that each line ended with. */
const termsOf = (lines: readonly ChargeLine[]): Map<string, string | null> =>
  new Map(lines.map(({ key, inputs }) => [key, inputs.termId]));

const whole = (lines: readonly ChargeLine[], cause: ChargeCause, sign: 1 | -1): ChargeReason[] =>
  lines
    .filter(({ amountOre }) => amountOre !== 0)
    .map(({ key, amountOre }) => ({ key, cause, deltaOre: sign * amountOre }));

/** By how much one set of lines is more than another, by what they are for. */
function sumByKey(more: readonly ChargeLine[], less: readonly ChargeLine[]) {
  const sums = new Map<string, number>();
  for (const { key, amountOre } of more) sums.set(key, (sums.get(key) ?? 0) + amountOre);
  for (const { key, amountOre } of less) sums.set(key, (sums.get(key) ?? 0) - amountOre);
  return [...sums].map(([key, deltaOre]) => ({ key, deltaOre }));
}
