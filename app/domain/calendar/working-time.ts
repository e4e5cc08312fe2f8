import { addDays } from "../day-count.ts";
import { danishTimeAt, instantAt } from "./danish-time.ts";
import {
  isWorkingDay,
  nextWorkingDay,
  usualHours,
  workingDayFrom,
  type WorkingHours,
} from "./working-calendar.ts";

/**
 * The instant when so many working minutes have passed. Outside working hours the clock stands still; what is due
 * exactly at closing time is due that day. Danish time, summer time included.
 * @example addWorkingMinutes(new Date("2026-11-20T14:00:00Z"), 120) // Friday 15:00, so Monday 09:00: 2026-11-23T08:00:00Z
 */
export function addWorkingMinutes(from: Date, minutes: number, hours: WorkingHours = usualHours): Date {
  const start = danishTimeAt(from);
  let day = workingDayFrom(start.day);
  let minute = day === start.day ? Math.max(start.minute, hours.opensAt) : hours.opensAt;
  let left = minutes;
  while (left > Math.max(0, hours.closesAt - minute)) {
    left -= Math.max(0, hours.closesAt - minute);
    day = nextWorkingDay(day);
    minute = hours.opensAt;
  }
  return instantAt({ day, minute: minute + left });
}

/**
 * The working minutes between two instants; 0 where the second is not after the first.
 * @example workingMinutesBetween(new Date("2026-11-20T14:00:00Z"), new Date("2026-11-23T08:00:00Z")) // 120
 */
export function workingMinutesBetween(from: Date, to: Date, hours: WorkingHours = usualHours): number {
  if (to <= from) return 0;
  const start = danishTimeAt(from);
  const end = danishTimeAt(to);
  let sum = 0;
  for (let day = start.day; day <= end.day; day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue;
    const opens = day === start.day ? Math.max(start.minute, hours.opensAt) : hours.opensAt;
    const closes = day === end.day ? Math.min(end.minute, hours.closesAt) : hours.closesAt;
    sum += Math.max(0, closes - opens);
  }
  return sum;
}
