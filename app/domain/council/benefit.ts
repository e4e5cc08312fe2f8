export const benefitKinds = ["rent", "fm", "staff", "other"] as const;
export type BenefitKind = (typeof benefitKinds)[number];

/** A year of a line that was answered. Both amounts are a year's, in øre. */
export interface AnsweredYear {
  year: number;
  /** What the units themselves realised. */
  realisedOre: number;
  /** What is covered by a cut in somebody's budget, whether or not anybody realised it. */
  budgetCutOre: number;
  isBudgetReduced: boolean;
}

/** A line of what a case promised: so much a year, in full after some years in equal steps. */
export interface BenefitLine {
  requiredOre: number;
  fromYear: number;
  phaseYears: number;
  answered: readonly AnsweredYear[];
}

/** How a line stands in a year, øre a year. `expectedOre` by the phasing; outstanding is what the whole line still lacks. */
export interface BenefitStanding {
  requiredOre: number;
  expectedOre: number;
  realisedOre: number;
  budgetCutOre: number;
  outstandingOre: number;
  /** Of what is outstanding, what no budget covers either. */
  uncoveredOre: number;
  isBudgetReduced: boolean;
}

/** What a line should give in a year, rounded to whole øre; in full from the last step on.
 *  @example expectedIn({ requiredOre: 300, fromYear: 2009, phaseYears: 3 }, 2010) // 200 */
export function expectedIn(
  { requiredOre, fromYear, phaseYears }: Pick<BenefitLine, "requiredOre" | "fromYear" | "phaseYears">,
  year: number,
): number {
  const steps = Math.min(Math.max(year - fromYear + 1, 0), phaseYears);
  return Math.round((requiredOre * steps) / phaseYears);
}

/**
 * How a line stands in a year: by the last answer up to then, for what is realised stays realised until somebody says
 * otherwise. Covered by a budget cut is kept apart from realised by the units.
 * Source: the report on Fælles Borgerservice Valby, 14 October 2008.
 * @example standingIn({ requiredOre: 330, fromYear: 2008, phaseYears: 1, answered: [{ year: 2008, realisedOre: 140, budgetCutOre: 190, isBudgetReduced: true }] }, 2008)
 * // outstandingOre 190, uncoveredOre 0
 */
export function standingIn(line: BenefitLine, year: number): BenefitStanding {
  const last = line.answered
    .filter((one) => one.year <= year)
    .reduce<AnsweredYear | null>((latest, one) => (!latest || one.year > latest.year ? one : latest), null);
  const realisedOre = last?.realisedOre ?? 0;
  const budgetCutOre = last?.budgetCutOre ?? 0;
  const outstandingOre = Math.max(0, line.requiredOre - realisedOre);
  return {
    ...{ requiredOre: line.requiredOre, expectedOre: expectedIn(line, year), realisedOre, budgetCutOre },
    ...{ outstandingOre, uncoveredOre: Math.max(0, outstandingOre - budgetCutOre) },
    isBudgetReduced: last?.isBudgetReduced ?? false,
  };
}

/** Several lines together. */
export function sumStandings(standings: readonly BenefitStanding[]): BenefitStanding {
  const sum = (of: (one: BenefitStanding) => number) => standings.reduce((all, one) => all + of(one), 0);
  return {
    ...{ requiredOre: sum((one) => one.requiredOre), expectedOre: sum((one) => one.expectedOre) },
    ...{ realisedOre: sum((one) => one.realisedOre), budgetCutOre: sum((one) => one.budgetCutOre) },
    ...{ outstandingOre: sum((one) => one.outstandingOre), uncoveredOre: sum((one) => one.uncoveredOre) },
    isBudgetReduced: standings.length > 0 && standings.every((one) => one.isBudgetReduced),
  };
}
