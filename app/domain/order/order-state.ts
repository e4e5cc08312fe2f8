/** Where an order stands. The first nine are open, the rest have an honest end. */
export const orderStates = [
  "received",
  "assessed",
  "awaitingApproval",
  "planned",
  "inProgress",
  "awaitingCustomer",
  "awaitingPart",
  "done",
  "confirmed",
  "closed",
  "declined",
  "duplicate",
  "plannedInBacklog",
] as const;
export type OrderState = (typeof orderStates)[number];

/** How it ended, told as it is. */
export const outcomes = ["fixed", "madeSafe", "planned", "declined", "otherParty"] as const;
export type Outcome = (typeof outcomes)[number];

/** What changes a state. What changes none (a comment, another priority) is an event without a step here. */
export const orderSteps = [
  "assess",
  "askApproval",
  "approve",
  "reject",
  "plan",
  "start",
  "pause",
  "askCustomer",
  "customerAnswered",
  "waitForPart",
  "partArrived",
  "finish",
  "confirm",
  "close",
  "reopen",
  "decline",
  "markDuplicate",
  "planInBacklog",
] as const;
export type OrderStep = (typeof orderSteps)[number];

const beforeWork: OrderState[] = ["received", "assessed", "awaitingApproval", "planned"];
const underWay: OrderState[] = ["inProgress", "awaitingCustomer", "awaitingPart"];
const undone: OrderState[] = [...beforeWork, ...underWay];

interface Step {
  from: readonly OrderState[];
  to: OrderState;
  /** A reason in words is asked for: the asker reads it. */
  needsReason?: true;
}

const steps: Record<OrderStep, Step> = {
  assess: { from: ["received"], to: "assessed" },
  askApproval: { from: ["received", "assessed"], to: "awaitingApproval" },
  approve: { from: ["awaitingApproval"], to: "assessed" },
  reject: { from: ["awaitingApproval"], to: "declined", needsReason: true },
  plan: { from: ["received", "assessed", "planned"], to: "planned" },
  start: { from: ["received", "assessed", "planned"], to: "inProgress" },
  pause: { from: ["inProgress"], to: "planned" },
  askCustomer: {
    from: ["received", "assessed", "planned", "inProgress"],
    to: "awaitingCustomer",
    needsReason: true,
  },
  customerAnswered: { from: ["awaitingCustomer"], to: "assessed" },
  waitForPart: { from: ["assessed", "planned", "inProgress"], to: "awaitingPart", needsReason: true },
  partArrived: { from: ["awaitingPart"], to: "planned" },
  finish: { from: ["received", "assessed", "planned", "inProgress", "awaitingPart"], to: "done" },
  confirm: { from: ["done"], to: "confirmed" },
  close: { from: ["done", "confirmed"], to: "closed" },
  reopen: { from: ["done", "confirmed", "closed"], to: "received", needsReason: true },
  decline: { from: undone, to: "declined", needsReason: true },
  markDuplicate: { from: undone, to: "duplicate" },
  planInBacklog: { from: undone, to: "plannedInBacklog", needsReason: true },
};

const ended: readonly OrderState[] = ["confirmed", "closed", "declined", "duplicate", "plannedInBacklog"];

/** Whether someone still has something to do. `done` is open: the asker has not confirmed. @example isOpen("done") // true */
export const isOpen = (state: OrderState): boolean => !ended.includes(state);

/** Whether the clock stands still: only while the customer is waited for. */
export const stopsTheClock = (state: OrderState): boolean => state === "awaitingCustomer";

/** The state after a step, or null where the step cannot be taken from here. @example stateAfter("received", "start") // "inProgress" */
export const stateAfter = (state: OrderState, step: OrderStep): OrderState | null =>
  steps[step].from.includes(state) ? steps[step].to : null;

export const needsReason = (step: OrderStep): boolean => steps[step].needsReason ?? false;

/** The steps that can be taken from a state, whoever takes them. */
export const stepsFrom = (state: OrderState): OrderStep[] =>
  orderSteps.filter((step) => steps[step].from.includes(state));
