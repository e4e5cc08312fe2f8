import { orders } from "../i18n/orders.ts";
import { useWords } from "../i18n/use-words.tsx";
import { clockOf, type Clocked, type ClockState, type OrderClock } from "#domain/order/order-clock.ts";
import type { OrderState } from "#domain/order/order-state.ts";
import { Badge, type Status } from "./badge.tsx";

const looks: Record<ClockState, Status> = {
  unmeasured: "neutral",
  waiting: "info",
  running: "good",
  overdue: "bad",
  met: "good",
  missed: "bad",
};

/** Under this many minutes a deadline is near enough to be seen. */
const nearMinutes = 240;

/** How an order stands to its promise, in words: "2 t til svar", over the time, waiting, or without a deadline. */
export function OrderClockBadge({ order, now }: { order: Clocked; now: string }) {
  const words = useWords(orders);
  const clock = clockOf(order, new Date(now));
  const isNear = clock.state === "running" && clock.minutes <= nearMinutes;
  return <Badge status={isNear ? "attention" : looks[clock.state]}>{inWords(clock, words)}</Badge>;
}

function inWords({ about, state, minutes }: OrderClock, words: (typeof orders)["da"]): string {
  const span = words.span(minutes);
  const { clock } = words;
  if (state === "running") return clock[about](span);
  if (state === "overdue")
    return about === "respond" ? clock.overdueRespond(span) : clock.overdueResolve(span);
  if (state === "waiting") return clock.waiting(span);
  return state === "missed" ? clock.missed(span) : clock[state];
}

const stateLooks: Partial<Record<OrderState, Status>> = {
  inProgress: "info",
  awaitingApproval: "attention",
  awaitingCustomer: "attention",
  awaitingPart: "attention",
  done: "good",
  confirmed: "good",
  closed: "good",
};

/** Where an order stands, as a word. */
export function OrderStateBadge({ state }: { state: OrderState }) {
  return <Badge status={stateLooks[state] ?? "neutral"}>{useWords(orders).states[state]}</Badge>;
}
