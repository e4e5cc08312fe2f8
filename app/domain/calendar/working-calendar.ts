import { addDays, yearOf, type Day } from "../day-count.ts";
import { danishHolidays } from "./danish-holidays.ts";

/** When work is done on a working day, in minutes after midnight, Danish time. A setting with this default. */
export interface WorkingHours {
  opensAt: number;
  closesAt: number;
}

/** 8:00 to 16:00: eight working hours a day. */
export const usualHours: WorkingHours = { opensAt: 8 * 60, closesAt: 16 * 60 };

const holidaysByYear = new Map<number, ReturnType<typeof danishHolidays>>();

function holidaysOf(year: number) {
  const known = holidaysByYear.get(year) ?? danishHolidays(year);
  holidaysByYear.set(year, known);
  return known;
}

/** 1 is Monday, 7 is Sunday. @example weekdayOf("2026-11-20") // 5 */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** Whether work is done that day: Monday to Friday, public holidays left out. @example isWorkingDay("2026-04-06") // false, Easter Monday */
export const isWorkingDay = (day: Day): boolean => weekdayOf(day) <= 5 && !holidaysOf(yearOf(day)).has(day);

/** The day itself if work is done on it, else the next on which it is. */
export function workingDayFrom(day: Day): Day {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, 1);
  return found;
}

const nextByDay = new Map<Day, Day>();

/** The next working day after a day. Deadlines step through weeks of them, so each step is taken once and remembered. */
export function nextWorkingDay(day: Day): Day {
  const known = nextByDay.get(day);
  if (known !== undefined) return known;
  const next = workingDayFrom(addDays(day, 1));
  nextByDay.set(day, next);
  return next;
}
