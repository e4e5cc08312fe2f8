import { instantAt } from "#domain/calendar/danish-time.ts";
import { isWorkingDay, nextWorkingDay, workingDayFrom } from "#domain/calendar/working-calendar.ts";
import { addDays, type Day } from "#domain/day.ts";

/** Working days counted from the load day: 0 is the first from it on, 1 the next, −1 the last before it. */
export function workingDayAt(loadDay: Day, count: number): Day {
  let day = workingDayFrom(loadDay);
  for (let left = count; left > 0; left--) day = nextWorkingDay(day);
  if (count < 0) day = loadDay;
  for (let left = count; left < 0; left++) {
    do day = addDays(day, -1);
    while (!isWorkingDay(day));
  }
  return day;
}

/** An hour of such a day. @example instantOn("2026-11-20", -1, "15:10") */
export function instantOn(loadDay: Day, count: number, clock: string): Date {
  const [hours, minutes] = clock.split(":").map(Number) as [number, number];
  return instantAt({ day: workingDayAt(loadDay, count), minute: hours * 60 + minutes });
}
