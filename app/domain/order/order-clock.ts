import { isOpen, type OrderState } from "./order-state.ts";

/** What of an order its clock reads. Instants as ISO text, as they come from the database. */
export interface Clocked {
  state: OrderState;
  respondBy: string | null;
  resolveBy: string | null;
  respondedAt: string | null;
  resolvedAt: string | null;
  waitingSince: string | null;
}

export type ClockState = "unmeasured" | "waiting" | "running" | "overdue" | "met" | "missed";

/**
 * The promise an order is held to now: the answer until it is given, then the end. `minutes` is what is left, or how much
 * too late. No deadline is unmeasured, never on time.
 */
export interface OrderClock {
  about: "respond" | "resolve";
  state: ClockState;
  minutes: number;
}

const minutesBetween = (from: string | Date, to: string | Date): number =>
  Math.round((new Date(to).getTime() - new Date(from).getTime()) / 60_000);

/** @example clockOf({ ...order, respondBy: "2026-11-20T12:00:00Z", respondedAt: null }, new Date("2026-11-20T10:00:00Z")) // { about: "respond", state: "running", minutes: 120 } */
export function clockOf(order: Clocked, now: Date): OrderClock {
  const isAnswered = order.respondedAt !== null || order.resolvedAt !== null;
  const about = isAnswered || !order.respondBy ? "resolve" : "respond";
  const deadline = about === "respond" ? order.respondBy : order.resolveBy;
  if (!deadline) return { about, state: "unmeasured", minutes: 0 };
  if (order.resolvedAt) {
    const minutes = minutesBetween(order.resolvedAt, deadline);
    return { about, state: minutes >= 0 ? "met" : "missed", minutes: Math.abs(minutes) };
  }
  if (order.waitingSince) return waiting(about, deadline, order.waitingSince, now);
  const minutes = minutesBetween(now, deadline);
  const late: ClockState = isOpen(order.state) ? "overdue" : "missed";
  return { about, state: minutes >= 0 ? "running" : late, minutes: Math.abs(minutes) };
}

/** Who waits in time is not late by waiting; who was late before stays so. */
function waiting(about: OrderClock["about"], deadline: string, since: string, now: Date): OrderClock {
  const left = minutesBetween(since, deadline);
  if (left < 0) return { about, state: "overdue", minutes: -left };
  return { about, state: "waiting", minutes: minutesBetween(since, now) };
}
