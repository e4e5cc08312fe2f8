import { daysBetween, type Day } from "../day-count.ts";

/** Years from a day to another, not below zero; a year is 365.25 days. @example yearsAfter("2027-01-01", "2027-07-02") // 0.498… */
export const yearsAfter = (start: Day, day: Day): number => Math.max(0, daysBetween(start, day) / 365.25);

/**
 * Which part of each year, from 0 to the last, something holds that begins so many years from now. Year 0 is now and no year.
 * @example shareOfYears(1.25, 3) // [0, 0, 0.75, 1]
 */
export const shareOfYears = (from: number, lastYear: number): number[] =>
  Array.from({ length: lastYear + 1 }, (_, year) => (year === 0 ? 0 : Math.min(1, Math.max(0, year - from))));

/** In which year something is paid that is due so many years from now: at the end of that year. @example yearDue(0.3) // 1 */
export const yearDue = (from: number): number => Math.ceil(from);
