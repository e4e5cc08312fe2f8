import { deadlineAfterWaiting, deadlines, type SlaTarget } from "./sla.ts";

/** A time in which the clock stood still; without an end it still does. */
export interface Wait {
  from: Date;
  to: Date | null;
}

/** One change of state, as the time line keeps it. */
export interface StateChange {
  fromState: string | null;
  toState: string | null;
  happenedAt: Date;
}

/** When the customer was waited for, read from the time line, oldest first. */
export function waitsOf(changes: readonly StateChange[]): Wait[] {
  const waits: Wait[] = [];
  for (const { fromState, toState, happenedAt } of changes) {
    const last = waits.at(-1);
    if (fromState === "awaitingCustomer" && last && last.to === null) last.to = happenedAt;
    if (toState === "awaitingCustomer" && waits.at(-1)?.to !== null)
      waits.push({ from: happenedAt, to: null });
  }
  return waits;
}

/** The deadlines of a target from a beginning, moved by every wait that is over. */
export function deadlinesWithWaits(from: Date, target: SlaTarget, waits: readonly Wait[]) {
  const begun = deadlines(from, target);
  const over = waits.filter(
    (wait): wait is { from: Date; to: Date } => wait.to !== null && wait.from >= from,
  );
  const moved = (deadline: Date | null): Date | null =>
    over.reduce<Date | null>(
      (at, wait) => at && deadlineAfterWaiting(at, wait, target.isRoundTheClock),
      deadline,
    );
  return { respondBy: begun.respondBy, resolveBy: moved(begun.resolveBy) };
}

/** How far back a phone's word about when something happened is taken. A judgement. */
const furthestBackMs = 30 * 24 * 60 * 60_000;

/**
 * When something happened: what the phone says, within bounds (not before the order, not a month ago, not after now).
 * Outside them the clock is wrong, and it counts from when we learned of it.
 * @example happenedWithin(undefined, orderedAt, now) // now
 */
export function happenedWithin(said: Date | undefined, orderedAt: Date, now: Date): Date {
  if (!said) return now;
  const isSound = said <= now && said >= orderedAt && now.getTime() - said.getTime() <= furthestBackMs;
  return isSound ? said : now;
}
