import type { IndexFigure } from "../backlog/price-index.ts";
import { addYears, yearOf, type Day } from "../day-count.ts";
import { monthBefore } from "../rent/regulated-factor.ts";
import { rentLines, type RentBasisData, type RentLine } from "../rent/rent-lines.ts";

/** What a lease covers and costs a year while nothing about it changes. `validTo` is the day after; null while open. */
export interface LeaseLevel {
  validFrom: Day;
  validTo: Day | null;
  areaM2: number;
  /** Øre a year before tax; null where no lines are known, or the index lacks a month they follow. */
  yearlyOre: number | null;
}

interface Period {
  validFrom: Day;
  validTo: Day | null;
}

/**
 * The life of a lease as steps of m² and yearly rent. Beyond the newest index figure prices stand still, except for what a
 * floor promises; a lease is followed for three years past it. The rent is that of `rentLines`, each line in whole øre.
 * Source: the rule of this project that a yearly rent is the sum of its lines.
 * @example leaseLevels({ terms, areas, figures }, { validFrom: "2024-01-01", validTo: null })[0].yearlyOre // 120_000_00
 */
export function leaseLevels(data: RentBasisData, period: Period): LeaseLevel[] {
  const until = horizonOf(data, period);
  const answer = rentLines({ ...data, figures: standStill(data.figures, until) }, period.validFrom, until);
  const lines = answer.ok ? answer.value.lines : [];
  const isKnown = answer.ok && data.terms.length > 0;
  const days = [
    ...lines.flatMap(({ from, to }) => [from, to]),
    ...data.areas.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? until]),
  ].filter((day) => day > period.validFrom && day < until);
  const levels: LeaseLevel[] = [];
  for (const day of [period.validFrom, ...[...new Set(days)].sort()]) {
    const before = levels.at(-1);
    const level = { areaM2: areaOn(data, day), yearlyOre: isKnown ? yearlyOn(lines, day) : null };
    if (before?.areaM2 === level.areaM2 && before.yearlyOre === level.yearlyOre) continue;
    if (before) before.validTo = day;
    levels.push({ validFrom: day, validTo: period.validTo, ...level });
  }
  return levels;
}

/** How far past everything that is known an open or long lease is followed. */
const yearsAhead = 3;

function horizonOf({ figures, terms, areas }: RentBasisData, { validFrom, validTo }: Period): Day {
  let last = validFrom;
  const note = (day: Day | null) => {
    if (day !== null && day > last) last = day;
  };
  for (const { month } of figures) note(month);
  for (const term of terms) note(term.validFrom);
  for (const area of areas) [area.validFrom, area.validTo].forEach(note);
  const ahead = addYears(`${yearOf(last)}-01-01`, yearsAhead);
  return validTo !== null && validTo < ahead ? validTo : ahead;
}

const extended = new WeakMap<readonly IndexFigure[], { figures: IndexFigure[]; until: Day }>();

/** The figures, and after the newest the same again month by month, so that what is not known yet moves nothing. */
function standStill(figures: readonly IndexFigure[], until: Day): IndexFigure[] {
  const known = extended.get(figures);
  if (known && known.until >= until) return known.figures;
  const newest = figures.reduce<IndexFigure | null>((a, b) => (a && a.month > b.month ? a : b), null);
  if (!newest) return [];
  const later: IndexFigure[] = [];
  for (let month = monthBefore(newest.month, -1); month < until; month = monthBefore(month, -1))
    later.push({ ...newest, month });
  const made = [...figures, ...later];
  extended.set(figures, { figures: made, until });
  return made;
}

const areaOn = ({ areas }: RentBasisData, on: Day): number =>
  areas
    .filter(({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo > on))
    .reduce((sum, { areaM2 }) => sum + Math.round(areaM2 * 100), 0) / 100;

const yearlyOn = (lines: readonly RentLine[], on: Day): number =>
  lines
    .filter(({ from, to }) => from <= on && to > on)
    .reduce((sum, { yearlyOre }) => sum + Math.round(yearlyOre), 0);
