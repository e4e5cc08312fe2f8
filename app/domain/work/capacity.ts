import { isWorkingDay } from "../calendar/working-calendar.ts";
import { addDays, type Day } from "../day-count.ts";

/** The share of staff hours that planning reckons with; the rest goes to driving, messages and the unforeseen. A judgement. */
export const plannableShare = 0.85;

/** A team's day: what it has and what is planned, in minutes. */
export interface TeamDay {
  dailyMinutes: number;
  absenceMinutes: number;
  /** Σ norm time × quantity of the orders planned that day. */
  loadMinutes: number;
}

/** full: 90 % or more. over: more than there is, also where there is nothing. none: no staff hours known. */
export type LoadVerdict = "free" | "full" | "over" | "none";

/**
 * What a team can take on a day: staff hours × 0.85 less absence; nothing outside working days.
 * @example capacityMinutes({ dailyMinutes: 1000, absenceMinutes: 100, loadMinutes: 0 }, "2026-11-20") // 750
 */
export const capacityMinutes = (team: TeamDay, day: Day): number =>
  isWorkingDay(day) ? Math.max(0, team.dailyMinutes * plannableShare - team.absenceMinutes) : 0;

/** Load as a share of capacity, and what that means. A day without capacity and with work is over, however little. */
export function loadOf(team: TeamDay, day: Day): { share: number | null; verdict: LoadVerdict } {
  const capacity = capacityMinutes(team, day);
  if (capacity === 0) return { share: null, verdict: team.loadMinutes > 0 ? "over" : "none" };
  const share = team.loadMinutes / capacity;
  return { share, verdict: share > 1 ? "over" : share >= 0.9 ? "full" : "free" };
}

/** The next working days from a day on, itself included. @example workingDaysFrom("2026-11-20", 2) // ["2026-11-20", "2026-11-23"] */
export function workingDaysFrom(day: Day, count: number): Day[] {
  const days: Day[] = [];
  for (let at = day; days.length < count; at = addDays(at, 1)) if (isWorkingDay(at)) days.push(at);
  return days;
}
