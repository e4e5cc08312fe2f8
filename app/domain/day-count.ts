/** A calendar day, `YYYY-MM-DD`. Days compare as text. */
export type Day = string;

/* What needs no calendar stands apart from what does: the map counts days in the browser without loading one. */

/** A day as text alone is read in UTC, where every day is as long as the next. */
const millisecondsADay = 24 * 60 * 60 * 1000;

/** Whole days from one day to another; negative backwards. @example daysBetween("2026-01-01", "2026-02-01") // 31 */
export const daysBetween = (from: Day, to: Day): number =>
  (Date.parse(to) - Date.parse(from)) / millisecondsADay;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

const shape = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a calendar day. Returns null for anything that is not a real day. @example parseDay("2023-02-29") // null */
export function parseDay(text: string | null | undefined): Day | null {
  if (!text || !shape.test(text)) return null;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text) ? text : null;
}

/** Moves a day by whole days. @example addDays("2026-12-31", 1) // "2027-01-01" */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * millisecondsADay).toISOString().slice(0, 10);

/** Moves a day by whole years; 29 February becomes 28. @example addYears("2024-02-29", 1) // "2025-02-28" */
export function addYears(day: Day, years: number): Day {
  const moved = `${String(yearOf(day) + years).padStart(4, "0")}${day.slice(4)}`;
  return parseDay(moved) ?? `${moved.slice(0, 8)}28`;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/**
 * Moves a day by whole months; what the month lacks becomes its last. Counted without dates: a page of leases' dates asks
 * tens of thousands of times.
 * @example addMonths("2026-01-31", 1) // "2026-02-28"
 */
export function addMonths(day: Day, months: number): Day {
  const whole = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(whole / 12);
  const month = whole - year * 12;
  const last = month === 1 && isLeap(year) ? 29 : monthLengths[month]!;
  const date = Math.min(Number(day.slice(8)), last);
  return `${String(year).padStart(4, "0")}-${month < 9 ? "0" : ""}${month + 1}-${date < 10 ? "0" : ""}${date}`;
}
