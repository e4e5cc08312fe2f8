import { hourOfWeek, weekHours, type UseSource } from "../use/use-week.ts";
import type { CaseUnit, UnitNeed } from "./case-inputs.ts";

/** Persons in each hour of a week, 168 from Monday 0:00. */
export type Week = readonly number[];

/** Where a unit's week comes from: what the planner wrote, what was observed, or the usual one of its employees. */
export type WeekSource = UseSource | "planner" | "usual";

/** When people are usually at work: Monday to Friday, eight to four. */
const usualHours = { weekdays: [1, 2, 3, 4, 5], fromHour: 8, toHour: 16 };

/** When a unit is there, and how that is known. What the planner wrote stands before what was observed. */
export function weekOf(unit: CaseUnit): { persons: Week; source: WeekSource } {
  if (unit.hours.length > 0) return { persons: writtenWeek(unit), source: "planner" };
  if (unit.observed) return { persons: unit.observed.persons, source: unit.observed.source };
  const { weekdays, fromHour, toHour } = usualHours;
  const hours = weekdays.map((weekday) => ({ weekday, fromHour, toHour, persons: unit.employees }));
  return { persons: writtenWeek({ hours }), source: "usual" };
}

function writtenWeek({ hours }: Pick<CaseUnit, "hours">): number[] {
  const week = new Array<number>(weekHours).fill(0);
  for (const { weekday, fromHour, toHour, persons } of hours)
    for (let hour = fromHour; hour < toHour; hour++) week[hourOfWeek(weekday, hour)] = persons;
  return week;
}

/** Places for ten who work there. Source: the domain's norm, desks 7 for 10 staff. */
const desksPerEmployee = 0.7;

/** What a unit needs; where it has said nothing, desks for its staff on the area it has today. */
export function needsOf(unit: CaseUnit): UnitNeed[] {
  if (unit.needs.length > 0) return unit.needs;
  const areaM2 = unit.today.reduce((sum, one) => sum + one.areaM2, 0);
  const places = Math.ceil(unit.employees * desksPerEmployee);
  return [{ roomFunction: "workplace", places, areaM2, mayShare: false }];
}

/** The places of a need in each hour: all of them in the unit's busiest hour, fewer in proportion to who is there.
 *  @example placesByHour([0, 5, 10], 4) // [0, 2, 4] */
export function placesByHour(week: Week, places: number): number[] {
  const peak = Math.max(...week);
  return week.map((persons) => (peak > 0 ? (places * persons) / peak : 0));
}
