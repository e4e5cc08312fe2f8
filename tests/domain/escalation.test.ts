import { expect, test } from "vitest";
import { escalationsOf, type OrderUnderWatch } from "#domain/order/escalation.ts";

/** Sent on a Friday at nine, Danish time; answered, and due on Monday at nine: eight working hours on. */
const order: OrderUnderWatch = {
  ...{ state: "planned", priority: 3, createdAt: new Date("2026-11-20T08:00:00Z") },
  ...{ respondBy: new Date("2026-11-20T12:00:00Z"), respondedAt: new Date("2026-11-20T09:00:00Z") },
  ...{ resolveBy: new Date("2026-11-23T08:00:00Z"), resolvedAt: null, updatesUnanswered: 0 },
};

test("a deadline is near when four fifths of its working time have gone, whatever the clock says of the weekend", () => {
  expect(escalationsOf(order, new Date("2026-11-20T11:00:00Z"))).toEqual([]);
  expect(escalationsOf(order, new Date("2026-11-20T14:59:00Z"))).toEqual(["deadlineNear"]);
  const overTheWeekend = {
    ...order,
    createdAt: new Date("2026-11-20T12:00:00Z"),
    resolveBy: new Date("2026-11-24T12:00:00Z"),
  };
  expect(escalationsOf(overTheWeekend, new Date("2026-11-23T07:30:00Z"))).toEqual([]);
});

test("a deadline that has passed is past and no longer near", () => {
  expect(escalationsOf(order, new Date("2026-11-23T08:00:01Z"))).toEqual(["deadlinePast"]);
});

test("danger that nobody answers calls after a quarter of an hour, day and night", () => {
  const danger = {
    ...{ ...order, priority: 1 as const, respondedAt: null, createdAt: new Date("2026-11-22T02:00:00Z") },
    ...{ respondBy: new Date("2026-11-22T03:00:00Z"), resolveBy: new Date("2026-11-22T06:00:00Z") },
  };
  expect(escalationsOf(danger, new Date("2026-11-22T02:14:00Z"))).toEqual([]);
  expect(escalationsOf(danger, new Date("2026-11-22T02:15:00Z"))).toEqual(["urgentUnanswered"]);
  expect(escalationsOf(danger, new Date("2026-11-22T05:30:00Z"))).toEqual([
    "urgentUnanswered",
    "answerLate",
    "deadlineNear",
  ]);
  const answered = { ...danger, respondedAt: new Date("2026-11-22T02:10:00Z") };
  expect(escalationsOf(answered, new Date("2026-11-22T02:30:00Z"))).toEqual([]);
});

test("while the customer is waited for nobody is called", () => {
  expect(
    escalationsOf(
      { ...order, state: "awaitingCustomer", updatesUnanswered: 5 },
      new Date("2027-01-01T00:00:00Z"),
    ),
  ).toEqual([]);
});

test("an order without a deadline is never late, and one that is done is not either", () => {
  const unmeasured = { ...order, respondBy: null, resolveBy: null };
  expect(escalationsOf(unmeasured, new Date("2027-01-01T00:00:00Z"))).toEqual([]);
  const finished = { ...order, state: "done" as const, resolvedAt: new Date("2026-11-20T10:00:00Z") };
  expect(escalationsOf(finished, new Date("2027-01-01T00:00:00Z"))).toEqual([]);
});

test("three messages without an answer pile up", () => {
  const at = new Date("2026-11-20T10:00:00Z");
  expect(escalationsOf({ ...order, updatesUnanswered: 2 }, at)).toEqual([]);
  expect(escalationsOf({ ...order, updatesUnanswered: 3 }, at)).toEqual(["updatesPileUp"]);
});
