import { weekdayOf } from "../calendar/working-calendar.ts";
import { addDays, type Day } from "../day-count.ts";

/** The weeks that a month lies in, each from Monday to Sunday, days of its neighbours included.
 *  @example calendarWeeks("2028-02")[4].includes("2028-02-29") // true */
export function calendarWeeks(month: string): Day[][] {
  const first = `${month}-01`;
  const weeks: Day[][] = [];
  for (let monday = addDays(first, 1 - weekdayOf(first)); ; monday = addDays(monday, 7)) {
    if (monday.slice(0, 7) > month) return weeks;
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(monday, day)));
  }
}
