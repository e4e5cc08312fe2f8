import { expect, it } from "vitest";
import { criticalDatesOf, nextCriticalDate } from "#domain/critical-date.ts";

const open = { number: "L1", validTo: null, noticeMonths: 6, nonTerminableUntil: "2027-07-01" };
const fixed = { number: "L2", validTo: "2026-12-01", noticeMonths: 3, nonTerminableUntil: null };

it("names the last day to give notice and the first day a bound lease can end", () => {
  expect(criticalDatesOf(open)).toEqual([
    { on: "2027-01-01", kind: "noticeDeadline", leaseNumber: "L1" },
    { on: "2027-07-01", kind: "firstTermination", leaseNumber: "L1" },
  ]);
});

it("names the last day of a lease that ends, and nothing of one that is simply open", () => {
  expect(criticalDatesOf(fixed)).toEqual([{ on: "2026-11-30", kind: "lastDay", leaseNumber: "L2" }]);
  expect(criticalDatesOf({ ...fixed, validTo: null })).toEqual([]);
});

it("does not speak of terminating a lease that has ended by then", () => {
  expect(criticalDatesOf({ ...open, validTo: "2027-07-01" }).map((date) => date.kind)).toEqual(["lastDay"]);
});

it("finds the next of several leases, today's own included and what is past left out", () => {
  expect(nextCriticalDate([open, fixed], "2026-11-20")?.kind).toBe("lastDay");
  expect(nextCriticalDate([open, fixed], "2026-11-30")?.leaseNumber).toBe("L2");
  expect(nextCriticalDate([open, fixed], "2026-12-01")?.on).toBe("2027-01-01");
  expect(nextCriticalDate([open, fixed], "2027-07-02")).toBeNull();
  expect(nextCriticalDate([], "2026-01-01")).toBeNull();
});
