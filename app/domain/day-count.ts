/** A calendar day, `YYYY-MM-DD`. Days compare as text. */
export type Day = string;

/* What needs no calendar stands apart from what does: the map counts days in the browser without loading one. */

/** A day as text alone is read in UTC, where every day is as long as the next. */
const millisecondsADay = 24 * 60 * 60 * 1000;

/** Whole days from one day to another; negative backwards. @example daysBetween("2026-01-01", "2026-02-01") // 31 */
export const daysBetween = (from: Day, to: Day): number =>
  (Date.parse(to) - Date.parse(from)) / millisecondsADay;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
