import type { IndexFigure } from "../backlog/price-index.ts";
import { yearOf, type Day } from "../day-count.ts";
import { done, refused } from "../result.ts";

/**
 * How an amount follows an index: once a year, on the first of a month, by the figure of a month some months before. The
 * amount was agreed at the figure of the base month. Cap and floor hold each year's step, as shares (0.04 for 4 %).
 */
export interface Regulation {
  /** The first day of the month whose figure the amount was agreed at. */
  baseMonth: Day;
  /** The month of the year in which it is adjusted, 1 to 12. */
  adjustsInMonth: number;
  /** How many months before the adjustment the figure lies. */
  monthsBefore: number;
  cap: number | null;
  floor: number | null;
}

export interface RegulatedFactor {
  factor: number;
  /** The figure the amount was agreed at, and the one it stands at; both the same before the first adjustment. */
  base: IndexFigure;
  now: IndexFigure;
  /** Whether a cap or floor has made it other than the ratio of the two figures. */
  isBounded: boolean;
}

/** The factor, or the month that the index lacks. */
export type FactorAnswer =
  { ok: true; value: RegulatedFactor } | { ok: false; refusal: "indexMonthMissing"; month: Day };

const pad = (value: number) => String(value).padStart(2, "0");

/** The first of a month so many months before another. @example monthBefore("2026-01-01", 3) // "2025-10-01" */
export function monthBefore(month: Day, months: number): Day {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const count = year * 12 + number - 1 - months;
  return `${Math.floor(count / 12)}-${pad((count % 12) + 1)}-01`;
}

/** Each adjustment after the base month and until a day, included, with the month whose figure counts in it. */
function adjustments({ baseMonth, adjustsInMonth, monthsBefore }: Regulation, until: Day) {
  const found: { day: Day; month: Day }[] = [];
  const monthAndDay = `-${pad(adjustsInMonth)}-01`;
  const firstYear = yearOf(baseMonth);
  // The same month every year: reckoned once, for all leases together ask many thousand times.
  const counts = monthBefore(`${firstYear}${monthAndDay}`, monthsBefore);
  const yearsBehind = firstYear - yearOf(counts);
  for (let year = firstYear; year <= yearOf(until); year += 1) {
    const day = `${year}${monthAndDay}`;
    const month = `${year - yearsBehind}${counts.slice(4)}`;
    if (day <= until && month > baseMonth) found.push({ day, month });
  }
  return found;
}

/** The days on which an amount is adjusted, after its base month and until a day, included. */
export const adjustmentDays = (regulation: Regulation, until: Day): Day[] =>
  adjustments(regulation, until).map(({ day }) => day);

/** Of one list of figures its months are looked up many thousand times, when all leases are reckoned at once. */
const months = new WeakMap<readonly IndexFigure[], Map<Day, IndexFigure>>();

function monthsOf(figures: readonly IndexFigure[]): Map<Day, IndexFigure> {
  const known = months.get(figures);
  if (known) return known;
  const made = new Map(figures.map((figure) => [figure.month, figure]));
  months.set(figures, made);
  return made;
}

/**
 * What an amount is multiplied by on a day: NPI of the month that counts, over NPI of the base month. Where a year's step is
 * capped or has a floor, the steps are taken one by one, and what was cut off does not come back.
 * @example regulatedFactor({ baseMonth: "2024-10-01", adjustsInMonth: 1, monthsBefore: 3, cap: null, floor: null }, figures, "2026-05-01")
 */
export function regulatedFactor(
  regulation: Regulation,
  figures: readonly IndexFigure[],
  on: Day,
): FactorAnswer {
  const byMonth = monthsOf(figures);
  const wanted = [regulation.baseMonth, ...adjustments(regulation, on).map(({ month }) => month)];
  const missing = wanted.find((month) => !byMonth.has(month));
  if (missing) return { ...refused("indexMonthMissing"), month: missing };
  const used = wanted.map((month) => byMonth.get(month)!);
  const [base, now] = [used[0]!, used.at(-1)!];
  const { cap, floor } = regulation;
  let bounded = 1;
  for (let step = 1; step < used.length; step += 1) {
    const ratio = used[step]!.value / used[step - 1]!.value;
    bounded *= Math.min(Math.max(ratio, floor === null ? 0 : 1 + floor), cap === null ? Infinity : 1 + cap);
  }
  const plain = now.value / base.value;
  const isBounded = Math.abs(bounded - plain) > 1e-9;
  return done({ factor: isBounded ? bounded : plain, base, now, isBounded });
}
