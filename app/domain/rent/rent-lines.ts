import type { IndexFigure } from "../backlog/price-index.ts";
import type { Day } from "../day-count.ts";
import { done } from "../result.ts";
import { phasedIn, phaseInDays } from "./phase-in.ts";
import {
  adjustmentDays,
  regulatedFactor,
  type FactorAnswer,
  type RegulatedFactor,
} from "./regulated-factor.ts";
import type { LeasedArea, RentTerm } from "./rent-term.ts";
import { amountBetween } from "./share-of-year.ts";

/** A time in which nothing about a term changes, with all that its amount was reckoned from. */
export interface RentLine {
  term: RentTerm;
  from: Day;
  to: Day;
  /** The m² that the term was multiplied by; null where it stands for the whole lease. */
  areaM2: number | null;
  /** The yearly amount a unit after phase-in, øre. */
  unitYearlyOre: number;
  regulated: RegulatedFactor | null;
  /** unit × m² × factor, øre a year, not rounded. */
  yearlyOre: number;
  amountOre: number;
}

export interface RentBasisData {
  terms: readonly RentTerm[];
  areas: readonly LeasedArea[];
  figures: readonly IndexFigure[];
}

export type RentAnswer =
  | { ok: true; value: { lines: RentLine[]; totalOre: number } }
  | { ok: false; refusal: "indexMonthMissing"; month: Day; termId: string };

/**
 * What a lease's terms come to from a day until another (not included), line by line: each term is cut where it begins or
 * ends, where the m² change, where the index is applied and where a phase-in takes a step. Lines sum to the total, and
 * neighbouring periods to the whole, to the øre. An index month that is missing is named and nothing is guessed.
 * @example rentLines({ terms, areas, figures }, "2026-01-01", "2026-02-01")
 */
export function rentLines(data: RentBasisData, from: Day, to: Day): RentAnswer {
  const lines: RentLine[] = [];
  for (const term of data.terms) {
    let before: RentLine | null = null;
    for (const [begin, end] of pieces(term, data.areas, from, to)) {
      const factor = factorOn(term, data.figures, begin);
      if (!factor.ok) return { ...factor, termId: term.id };
      const line = lineOf(term, data.areas, factor.value, begin, end);
      // Rooms that were recorded anew with the same m² have changed nothing.
      if (before && isSame(before, line)) {
        before.to = line.to;
        before.amountOre += line.amountOre;
      } else lines.push((before = line));
    }
  }
  return done({ lines, totalOre: lines.reduce((sum, { amountOre }) => sum + amountOre, 0) });
}

function lineOf(
  term: RentTerm,
  areas: readonly LeasedArea[],
  regulated: RegulatedFactor | null,
  from: Day,
  to: Day,
): RentLine {
  const areaM2 = term.basis === "perM2" ? areaOn(areas, from) : null;
  const unitYearlyOre = phasedIn(term.yearlyOre, term.phaseIn, from);
  const yearlyOre = unitYearlyOre * (areaM2 ?? 1) * (regulated?.factor ?? 1);
  return {
    term,
    from,
    to,
    areaM2,
    unitYearlyOre,
    regulated,
    yearlyOre,
    amountOre: amountBetween(yearlyOre, from, to),
  };
}

const isSame = (a: RentLine, b: RentLine): boolean =>
  a.yearlyOre === b.yearlyOre && a.areaM2 === b.areaM2 && a.regulated?.factor === b.regulated?.factor;

type Factor = FactorAnswer | { ok: true; value: null };

const factorOn = ({ regulation }: RentTerm, figures: readonly IndexFigure[], on: Day): Factor =>
  regulation ? regulatedFactor(regulation, figures, on) : done(null);

/** The m² on a day: all that lie under the lease then. */
const areaOn = (areas: readonly LeasedArea[], on: Day): number =>
  // Counted in hundredths, as they are kept: sums of the same m² in another order must not differ.
  areas
    .filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo > on))
    .reduce((sum, { areaM2 }) => sum + Math.round(areaM2 * 100), 0) / 100;

/** The parts of a period in which a term holds and nothing about it changes. */
function pieces(term: RentTerm, areas: readonly LeasedArea[], from: Day, to: Day): [Day, Day][] {
  const begin = term.validFrom > from ? term.validFrom : from;
  const end = term.validTo !== null && term.validTo < to ? term.validTo : to;
  if (begin >= end) return [];
  const turns = [
    ...(term.basis === "perM2" ? areas.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? end]) : []),
    ...(term.regulation ? adjustmentDays(term.regulation, end) : []),
    ...(term.phaseIn ? phaseInDays(term.phaseIn) : []),
  ];
  const cuts = [...new Set([begin, ...turns.filter((day) => day > begin && day < end), end])].sort();
  return cuts.slice(1).map((cut, index) => [cuts[index]!, cut]);
}
