import type { PayloadOf } from "./order-event.ts";
import type { OrderState, OrderStep, Outcome } from "./order-state.ts";
import { stopsTheClock } from "./order-state.ts";
import { deadlineAfterWaiting } from "./sla.ts";

/** The part of an order that its steps change. */
export interface OrderFacts {
  state: OrderState;
  outcome: Outcome | null;
  stateReason: string;
  nextOwner: string;
  respondBy: Date | null;
  resolveBy: Date | null;
  respondedAt: Date | null;
  resolvedAt: Date | null;
  waitingSince: Date | null;
  plannedOn: string | null;
  plannedYear: number | null;
  reopened: number;
}

/** A step with what it needs to take effect. `at`: when it happened. */
export interface TakenStep {
  step: OrderStep;
  to: OrderState;
  at: Date;
  reason: string;
  payload: Partial<
    PayloadOf<"plan"> & PayloadOf<"finish"> & PayloadOf<"decline"> & PayloadOf<"planInBacklog">
  >;
  /** Whether the deadlines of this order run day and night. */
  isRoundTheClock: boolean;
}

/** Steps by which someone on the working side answers the asker for the first time. */
const answers: readonly OrderStep[] = [
  "assess",
  "askApproval",
  "plan",
  "start",
  "askCustomer",
  "waitForPart",
  "finish",
  "decline",
  "markDuplicate",
  "planInBacklog",
];

/** Steps that end the work, each with its honest outcome; `finish` says its own, a duplicate has none of its own. */
const outcomeOf = ({ step, payload }: TakenStep, before: Outcome | null): Outcome | null => {
  if (step === "finish") return payload.outcome ?? "fixed";
  if (step === "decline") return payload.nextOwner ? "otherParty" : "declined";
  if (step === "reject") return "declined";
  if (step === "planInBacklog") return "planned";
  return step === "reopen" || step === "markDuplicate" ? null : before;
};

const ends: readonly OrderStep[] = [
  "finish",
  "confirm",
  "close",
  "reject",
  "decline",
  "markDuplicate",
  "planInBacklog",
];

/**
 * What a step makes of an order. Leaving the wait for the customer moves the deadlines by the time waited; reopening
 * begins anew, is counted, and leaves the deadlines to whoever knows the targets of the day.
 */
export function effectOf(order: OrderFacts, taken: TakenStep): OrderFacts {
  const { step, to, at, payload } = taken;
  const isReopened = step === "reopen";
  return {
    ...order,
    ...clockAfter(order, taken),
    state: to,
    outcome: outcomeOf(taken, order.outcome),
    stateReason: taken.reason,
    nextOwner: step === "decline" ? (payload.nextOwner ?? "") : isReopened ? "" : order.nextOwner,
    respondedAt: isReopened ? null : (order.respondedAt ?? (answers.includes(step) ? at : null)),
    resolvedAt: isReopened ? null : (order.resolvedAt ?? (ends.includes(step) ? at : null)),
    plannedOn: isReopened ? null : (payload.plannedOn ?? order.plannedOn),
    plannedYear: isReopened ? null : (payload.year ?? order.plannedYear),
    reopened: order.reopened + (isReopened ? 1 : 0),
  };
}

type Clock = Pick<OrderFacts, "respondBy" | "resolveBy" | "waitingSince">;

function clockAfter(order: OrderFacts, { to, at, isRoundTheClock }: TakenStep): Clock {
  const { respondBy, resolveBy, waitingSince } = order;
  if (stopsTheClock(to)) return { respondBy, resolveBy, waitingSince: waitingSince ?? at };
  if (!waitingSince) return { respondBy, resolveBy, waitingSince };
  const waited = { from: waitingSince, to: at };
  const moved = (deadline: Date | null) =>
    deadline && deadlineAfterWaiting(deadline, waited, isRoundTheClock);
  return {
    respondBy: order.respondedAt ? respondBy : moved(respondBy),
    resolveBy: moved(resolveBy),
    waitingSince: null,
  };
}
