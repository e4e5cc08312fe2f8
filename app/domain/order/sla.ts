import { addWorkingMinutes, workingMinutesBetween } from "../calendar/working-time.ts";

export const priorities = [1, 2, 3, 4] as const;
export type Priority = (typeof priorities)[number];

/** What a priority promises: minutes to the first answer and to the end; null is agreed case by case, and unmeasured. */
export interface SlaTarget {
  respondMinutes: number | null;
  resolveMinutes: number | null;
  isRoundTheClock: boolean;
}

const day = 8 * 60;

/**
 * The targets the system begins with, kept as data from then on (`sla_target`). P1 danger or growing damage, day and
 * night; P2 operation stopped; P3 nuisance; P4 planned. Source: the project's own judgement.
 */
export const usualTargets: Record<Priority, SlaTarget> = {
  1: { respondMinutes: 60, resolveMinutes: 4 * 60, isRoundTheClock: true },
  2: { respondMinutes: 4 * 60, resolveMinutes: 2 * day, isRoundTheClock: false },
  3: { respondMinutes: day, resolveMinutes: 10 * day, isRoundTheClock: false },
  4: { respondMinutes: 5 * day, resolveMinutes: null, isRoundTheClock: false },
};

const after = (from: Date, minutes: number | null, isRoundTheClock: boolean): Date | null => {
  if (minutes === null) return null;
  return isRoundTheClock ? new Date(from.getTime() + minutes * 60_000) : addWorkingMinutes(from, minutes);
};

/** By when someone must answer and be done. @example deadlines(sentAt, usualTargets[1]).resolveBy // four hours later, day and night */
export const deadlines = (from: Date, target: SlaTarget) => ({
  respondBy: after(from, target.respondMinutes, target.isRoundTheClock),
  resolveBy: after(from, target.resolveMinutes, target.isRoundTheClock),
});

/** Moves a deadline by the time the clock stood still: working minutes, or all minutes where it runs round the clock. */
export function deadlineAfterWaiting(
  deadline: Date,
  waited: { from: Date; to: Date },
  isRoundTheClock: boolean,
): Date {
  if (isRoundTheClock) return new Date(deadline.getTime() + (waited.to.getTime() - waited.from.getTime()));
  return addWorkingMinutes(deadline, workingMinutesBetween(waited.from, waited.to));
}

/** How a promise stands. "unmeasured": there is no deadline, which is never the same as on time. */
export type Punctuality = "unmeasured" | "running" | "met" | "missed" | "waiting";

/** @example punctuality({ deadline: null, doneAt: new Date(), waitingSince: null }, now) // "unmeasured" */
export function punctuality(
  promise: { deadline: Date | null; doneAt: Date | null; waitingSince: Date | null },
  now: Date,
): Punctuality {
  const { deadline, doneAt, waitingSince } = promise;
  if (!deadline) return "unmeasured";
  if (doneAt) return doneAt <= deadline ? "met" : "missed";
  if (waitingSince) return waitingSince <= deadline ? "waiting" : "missed";
  return now <= deadline ? "running" : "missed";
}
