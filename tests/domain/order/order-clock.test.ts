import { describe, expect, test } from "vitest";
import { clockOf, type Clocked } from "#domain/order/order-clock.ts";

const order: Clocked = {
  ...{ state: "received", respondBy: "2026-11-20T12:00:00Z", resolveBy: "2026-11-24T12:00:00Z" },
  ...{ respondedAt: null, resolvedAt: null, waitingSince: null },
};
const ten = new Date("2026-11-20T10:00:00Z");
const answered = { ...order, respondedAt: "2026-11-20T09:00:00Z", state: "assessed" } as const;

describe("The clock of an order", () => {
  test.each<[string, Clocked, object]>([
    ["counts to the answer first", order, { about: "respond", state: "running", minutes: 120 }],
    ["and then to the end", answered, { about: "resolve", state: "running", minutes: 4 * 1440 + 120 }],
    [
      "says how late it is",
      { ...order, respondBy: "2026-11-20T09:30:00Z" },
      { about: "respond", state: "overdue", minutes: 30 },
    ],
    [
      "is unmeasured without a deadline",
      { ...answered, resolveBy: null },
      { about: "resolve", state: "unmeasured", minutes: 0 },
    ],
    [
      "stands still while the customer is waited for",
      { ...answered, state: "awaitingCustomer", waitingSince: "2026-11-20T09:15:00Z" },
      { about: "resolve", state: "waiting", minutes: 45 },
    ],
    [
      "stays late where it was late before the wait",
      { ...answered, waitingSince: "2026-11-24T13:00:00Z" },
      { about: "resolve", state: "overdue", minutes: 60 },
    ],
    [
      "is met by who was done in time",
      { ...answered, state: "done", resolvedAt: "2026-11-24T11:00:00Z" },
      { about: "resolve", state: "met", minutes: 60 },
    ],
    [
      "and missed by who was not, however long ago",
      { ...answered, state: "closed", resolvedAt: "2026-11-24T14:00:00Z" },
      { about: "resolve", state: "missed", minutes: 120 },
    ],
  ])("%s", (_, clocked, clock) => {
    expect(clockOf(clocked, ten)).toEqual(clock);
  });
});
