import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { workingMinutesBetween } from "#domain/calendar/working-time.ts";
import { impacts, priorityOf, urgencies } from "#domain/order/priority.ts";
import { deadlineAfterWaiting, deadlines, punctuality, usualTargets } from "#domain/order/sla.ts";
import { deadlinesWithWaits, happenedWithin, waitsOf } from "#domain/order/waiting.ts";

const at = (text: string) => new Date(text);
const friday = at("2026-11-20T14:00:00Z");

describe("Deadlines", () => {
  test("of danger run day and night, those of the rest on working days, and what is agreed has none", () => {
    expect(deadlines(friday, usualTargets[1])).toEqual({
      respondBy: at("2026-11-20T15:00:00Z"),
      resolveBy: at("2026-11-20T18:00:00Z"),
    });
    expect(deadlines(friday, usualTargets[2])).toEqual({
      respondBy: at("2026-11-23T10:00:00Z"),
      resolveBy: at("2026-11-24T14:00:00Z"),
    });
    expect(deadlines(friday, usualTargets[4]).resolveBy).toBeNull();
  });

  test("move by exactly the time waited, by whichever clock they run", () => {
    const waited = { from: at("2026-11-20T14:00:00Z"), to: at("2026-11-23T08:00:00Z") };
    const deadline = at("2026-11-24T10:00:00Z");
    expect(deadlineAfterWaiting(deadline, waited, false)).toEqual(at("2026-11-24T12:00:00Z"));
    expect(deadlineAfterWaiting(deadline, waited, true)).toEqual(at("2026-11-27T04:00:00Z"));
  });

  test("leave as much working time after a wait as there was before it", () => {
    const hours = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(hours, hours, (until, waiting) => {
        const from = new Date(friday.getTime() + until * 3_600_000);
        const to = new Date(from.getTime() + waiting * 3_600_000);
        const deadline = at("2026-12-16T10:00:00Z");
        fc.pre(from < deadline);
        const left = workingMinutesBetween(from, deadline);
        expect(workingMinutesBetween(to, deadlineAfterWaiting(deadline, { from, to }, false))).toBeCloseTo(
          left,
          6,
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe("A promise", () => {
  const deadline = friday;
  const [before, after] = [at("2026-11-20T13:00:00Z"), at("2026-11-20T15:00:00Z")];
  test.each([
    [
      "without a deadline is unmeasured, done or not",
      { deadline: null, doneAt: before, waitingSince: null },
      "unmeasured",
    ],
    ["runs before its deadline", { deadline, doneAt: null, waitingSince: null }, "running"],
    ["is met by who was done in time", { deadline, doneAt: before, waitingSince: null }, "met"],
    ["is met at the very deadline", { deadline, doneAt: deadline, waitingSince: null }, "met"],
    ["is missed by who was not", { deadline, doneAt: after, waitingSince: null }, "missed"],
    ["waits while the customer does", { deadline, doneAt: null, waitingSince: before }, "waiting"],
    [
      "is missed where it was late before the wait",
      { deadline, doneAt: null, waitingSince: after },
      "missed",
    ],
  ] as const)("%s", (_, promise, verdict) => {
    expect(punctuality(promise, before)).toBe(verdict);
  });

  test("is missed once its deadline has passed", () => {
    expect(punctuality({ deadline, doneAt: null, waitingSince: null }, after)).toBe("missed");
  });
});

describe("Priority", () => {
  test("is impact times urgency; danger never falls below P2, a wish never above P3", () => {
    expect(impacts.map((impact) => urgencies.map((urgency) => priorityOf(impact, urgency)))).toEqual([
      [1, 1, 2],
      [2, 2, 3],
      [2, 3, 4],
      [3, 4, 4],
    ]);
  });
});

describe("Waits", () => {
  const change = (fromState: string, toState: string, happenedAt: string) => ({
    ...{ fromState, toState, happenedAt: at(happenedAt) },
  });
  const changes = [
    change("received", "awaitingCustomer", "2026-11-16T09:00:00Z"),
    change("awaitingCustomer", "awaitingCustomer", "2026-11-16T10:00:00Z"),
    change("awaitingCustomer", "assessed", "2026-11-16T11:00:00Z"),
    change("assessed", "awaitingPart", "2026-11-17T09:00:00Z"),
    change("awaitingPart", "planned", "2026-11-18T09:00:00Z"),
  ];

  const withoutWords = changes.filter((_, index) => index !== 1);

  test("are read from the time line, and parts are none", () => {
    expect(waitsOf(withoutWords)).toEqual([
      { from: at("2026-11-16T09:00:00Z"), to: at("2026-11-16T11:00:00Z") },
    ]);
  });

  test("are as long with words said meanwhile as without", () => {
    const moved = (from: typeof changes) => deadlinesWithWaits(friday, usualTargets[3], waitsOf(from));
    expect(moved(changes)).toEqual(moved(withoutWords));
  });

  test("move the end of another promise as they moved the first", () => {
    const begun = at("2026-11-16T08:00:00Z");
    const { resolveBy } = deadlinesWithWaits(begun, usualTargets[2], waitsOf(withoutWords));
    expect(resolveBy).toEqual(at("2026-11-18T10:00:00Z"));
  });

  test.each([
    ["what is not said is now", undefined, "2026-11-20T14:00:00Z"],
    ["within bounds the phone is believed", "2026-11-20T10:00:00Z", "2026-11-20T10:00:00Z"],
    ["nothing happens before its order", "2026-11-01T10:00:00Z", "2026-11-20T14:00:00Z"],
    ["or in the future", "2026-11-20T14:00:01Z", "2026-11-20T14:00:00Z"],
  ])("%s", (_, said, happened) => {
    const orderedAt = at("2026-11-19T08:00:00Z");
    expect(happenedWithin(said ? at(said) : undefined, orderedAt, friday)).toEqual(at(happened));
  });
});
