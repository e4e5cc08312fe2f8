import { addDays, yearOf, type Day } from "../day-count.ts";
import type { UsePeriod } from "../use/use-week.ts";
import { danishHolidays, easterSunday } from "./danish-holidays.ts";
import { weekdayOf } from "./working-calendar.ts";

/** The Monday of an ISO week. @example mondayOfWeek(2026, 42) // "2026-10-12" */
export function mondayOfWeek(year: number, week: number): Day {
  const fourth: Day = `${year}-01-04`;
  return addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7);
}

/** The last Saturday of June: school is over for the summer. */
function summerBegins(year: number): Day {
  const last: Day = `${year}-06-30`;
  return addDays(last, -((weekdayOf(last) + 1) % 7));
}

const within = (day: Day, from: Day, to: Day) => day >= from && day < to;

/**
 * Which kind of week a day belongs to, for the city's schools: summer runs from the last Saturday in June to the Monday of week
 * 33; holidays are weeks 7 and 42, Easter from the Saturday before Palm Sunday, Christmas from 22 December to 2 January, the
 * Friday after Ascension, 5 June and the public holidays. Source: the portal's own rule, after the school years of the 2020s; a
 * school's own closing days are its own. @example schoolPeriodOf("2026-10-14") // "holiday"
 */
export function schoolPeriodOf(day: Day): UsePeriod {
  const year = yearOf(day);
  if (within(day, summerBegins(year), mondayOfWeek(year, 33))) return "summer";
  const easter = easterSunday(year);
  const free: [Day, Day][] = [
    [mondayOfWeek(year, 7), mondayOfWeek(year, 8)],
    [mondayOfWeek(year, 42), mondayOfWeek(year, 43)],
    [addDays(easter, -8), addDays(easter, 2)],
    [addDays(easter, 39), addDays(easter, 41)],
    [`${year}-12-22`, `${year + 1}-01-03`],
    [`${year - 1}-12-22`, `${year}-01-03`],
    [`${year}-06-05`, `${year}-06-06`],
  ];
  const isFree = danishHolidays(year).has(day) || free.some(([from, to]) => within(day, from, to));
  return isFree ? "holiday" : "term";
}
