import { Temporal } from "temporal-polyfill";
import type { Day } from "./day-count.ts";

export { addDays, addMonths, addYears, daysBetween, parseDay, yearOf } from "./day-count.ts";
export type { Day } from "./day-count.ts";

/** The day in Denmark at an instant. The caller reads the clock. @example dayAt(new Date("2026-11-20T23:30:00Z")) // "2026-11-21" */
export function dayAt(instant: Date): Day {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO("Europe/Copenhagen")
    .toPlainDate()
    .toString();
}

/** The instant at which a day begins in Denmark. @example midnightOf("2026-11-20") // 2026-11-19T23:00:00Z */
export const midnightOf = (day: Day): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime("Europe/Copenhagen").epochMilliseconds);
