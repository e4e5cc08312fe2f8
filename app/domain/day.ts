import { Temporal } from "temporal-polyfill";
import type { Day } from "./day-count.ts";

export { daysBetween, yearOf } from "./day-count.ts";
export type { Day } from "./day-count.ts";

const shape = /^\d{4}-\d{2}-\d{2}$/;

/** Reads a calendar day. Returns null for anything that is not a real day. @example parseDay("2023-02-29") // null */
export function parseDay(text: string | null | undefined): Day | null {
  if (!text || !shape.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).toString();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The day in Denmark at an instant. The caller reads the clock. @example dayAt(new Date("2026-11-20T23:30:00Z")) // "2026-11-21" */
export function dayAt(instant: Date): Day {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO("Europe/Copenhagen")
    .toPlainDate()
    .toString();
}

/** Moves a day by whole days, months or years (29 February becomes 28). @example addDays("2026-12-31", 1) // "2027-01-01" */
export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString();
export const addMonths = (day: Day, months: number): Day =>
  Temporal.PlainDate.from(day).add({ months }).toString();
export const addYears = (day: Day, years: number): Day =>
  Temporal.PlainDate.from(day).add({ years }).toString();
