import { yearOf, type Day } from "../day-count.ts";

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** How much of its calendar year has passed when a day begins: every month a twelfth, a day its part of the month.
 *  @example shareOfYear("2026-04-16") // 0.25 + 15 / 30 / 12 */
export function shareOfYear(day: Day): number {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return (month - 1 + (date - 1) / daysInMonth(year, month)) / 12;
}

/**
 * What a yearly amount comes to from a day until another (not included), in whole øre. Counted as what has been reached by
 * the end less what had been reached by the beginning, each rounded: so parts of a period sum to the whole of it, and twelve
 * months to the year, to the øre. Whole months weigh the same however long they are.
 * @example amountBetween(1_000_00, "2026-01-01", "2027-01-01") // 100000
 */
export function amountBetween(yearlyOre: number, from: Day, to: Day): number {
  const reached = (day: Day, year: number) =>
    yearOf(day) > year ? Math.round(yearlyOre) : Math.round(yearlyOre * shareOfYear(day));
  let sum = 0;
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const begin = yearOf(from) < year ? 0 : reached(from, year);
    sum += reached(to, year) - begin;
  }
  return sum;
}
