import { describe, expect, test } from "vitest";
import {
  isOpen,
  needsReason,
  orderStates,
  orderSteps,
  stateAfter,
  stepsFrom,
  stopsTheClock,
  type OrderState,
  type OrderStep,
} from "#domain/order/order-state.ts";

/** Every state with every step that can be taken from it, and where it leads. */
const table: Record<OrderState, Partial<Record<OrderStep, OrderState>>> = {
  received: {
    assess: "assessed",
    askApproval: "awaitingApproval",
    plan: "planned",
    start: "inProgress",
    askCustomer: "awaitingCustomer",
    finish: "done",
    decline: "declined",
    markDuplicate: "duplicate",
    planInBacklog: "plannedInBacklog",
  },
  assessed: {
    askApproval: "awaitingApproval",
    plan: "planned",
    start: "inProgress",
    askCustomer: "awaitingCustomer",
    waitForPart: "awaitingPart",
    finish: "done",
    decline: "declined",
    markDuplicate: "duplicate",
    planInBacklog: "plannedInBacklog",
  },
  awaitingApproval: {
    approve: "assessed",
    reject: "declined",
    decline: "declined",
    markDuplicate: "duplicate",
    planInBacklog: "plannedInBacklog",
  },
  planned: {
    plan: "planned",
    start: "inProgress",
    askCustomer: "awaitingCustomer",
    waitForPart: "awaitingPart",
    finish: "done",
    decline: "declined",
    markDuplicate: "duplicate",
    planInBacklog: "plannedInBacklog",
  },
  inProgress: {
    pause: "planned",
    askCustomer: "awaitingCustomer",
    waitForPart: "awaitingPart",
    finish: "done",
    decline: "declined",
    markDuplicate: "duplicate",
    planInBacklog: "plannedInBacklog",
  },
  awaitingCustomer: {
    customerAnswered: "assessed",
    decline: "declined",
    markDuplicate: "duplicate",
    planInBacklog: "plannedInBacklog",
  },
  awaitingPart: {
    partArrived: "planned",
    finish: "done",
    decline: "declined",
    markDuplicate: "duplicate",
    planInBacklog: "plannedInBacklog",
  },
  done: { confirm: "confirmed", close: "closed", reopen: "received" },
  confirmed: { close: "closed", reopen: "received" },
  closed: { reopen: "received" },
  declined: {},
  duplicate: {},
  plannedInBacklog: {},
};

describe.each(orderStates)("an order that is %s", (state) => {
  test.each(orderSteps)("%s leads where the table says, or nowhere", (step) => {
    expect(stateAfter(state, step)).toBe(table[state][step] ?? null);
  });

  test("offers exactly the steps it has", () => {
    expect(stepsFrom(state).sort()).toEqual(Object.keys(table[state]).sort());
  });
});

describe("An order", () => {
  test("is open until it has an honest end; done still waits for its asker", () => {
    expect(orderStates.filter((state) => !isOpen(state))).toEqual([
      ...["confirmed", "closed", "declined", "duplicate", "plannedInBacklog"],
    ]);
  });

  test("has its clock stopped by the customer alone, neither by parts nor by approval", () => {
    expect(orderStates.filter(stopsTheClock)).toEqual(["awaitingCustomer"]);
  });

  test("asks for a reason whenever someone is told no, asked, or kept waiting", () => {
    expect(orderSteps.filter(needsReason)).toEqual([
      ...["reject", "askCustomer", "waitForPart", "reopen", "decline", "planInBacklog"],
    ]);
  });
});
