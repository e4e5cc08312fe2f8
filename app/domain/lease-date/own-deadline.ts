import { nextWorkingDay } from "../calendar/working-calendar.ts";
import { addDays, type Day } from "../day-count.ts";

/** What KEjd has promised to answer in time. Source: the city's own description of its services. */
export const ownDeadlineKinds = [
  "confirmTermination",
  "objectToMoveIn",
  "consentConversion",
  "consentComplexConversion",
] as const;
export type OwnDeadlineKind = (typeof ownDeadlineKinds)[number];

/** How long, in working days or in days of the calendar. */
export const ownDeadlines: Record<OwnDeadlineKind, { days: number; isWorkingDays: boolean }> = {
  confirmTermination: { days: 8, isWorkingDays: true },
  objectToMoveIn: { days: 14, isWorkingDays: false },
  consentConversion: { days: 10, isWorkingDays: true },
  consentComplexConversion: { days: 20, isWorkingDays: true },
};

/** The last day to answer what came in on a day. The day it came in does not count; holidays are no working days.
 *  @example ownDeadlineOn("confirmTermination", "2026-12-18") // "2026-12-31": the 25th and 26th are holidays */
export function ownDeadlineOn(kind: OwnDeadlineKind, cameIn: Day): Day {
  const { days, isWorkingDays } = ownDeadlines[kind];
  return isWorkingDays ? workingDaysAfter(cameIn, days) : addDays(cameIn, days);
}

/** So many working days after a day, which does not count. @example workingDaysAfter("2026-11-20", 8) // "2026-12-02" */
export function workingDaysAfter(day: Day, count: number): Day {
  let on = day;
  for (let left = count; left > 0; left -= 1) on = nextWorkingDay(on);
  return on;
}
