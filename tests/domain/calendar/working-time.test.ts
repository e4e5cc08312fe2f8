import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayAt } from "#domain/day.ts";
import { isWorkingDay } from "#domain/calendar/working-calendar.ts";
import { addWorkingMinutes, workingMinutesBetween } from "#domain/calendar/working-time.ts";

const at = (text: string) => new Date(text);
const iso = (instant: Date) => instant.toISOString().slice(0, 16);

const instants = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) })
  .map((milliseconds) => new Date(Math.round(milliseconds / 60_000) * 60_000));
const minutes = fc.integer({ min: 0, max: 10_000 });

describe("Working time", () => {
  test.each([
    ["within a day", "2026-11-20T08:00:00Z", 60, "2026-11-20T09:00"],
    ["over a weekend", "2026-11-20T14:00:00Z", 120, "2026-11-23T08:00"],
    ["begun at night", "2026-11-19T23:00:00Z", 30, "2026-11-20T07:30"],
    ["to closing time, that same day", "2026-11-20T14:00:00Z", 60, "2026-11-20T15:00"],
    ["over Easter: from Wednesday to Tuesday", "2026-04-01T13:00:00Z", 120, "2026-04-07T07:00"],
    ["over the beginning of summer time", "2026-03-27T14:00:00Z", 120, "2026-03-30T07:00"],
    ["over its end", "2026-10-23T13:00:00Z", 120, "2026-10-26T08:00"],
    ["over New Year", "2025-12-31T14:00:00Z", 120, "2026-01-02T08:00"],
  ])("%s", (_, from, added, to) => {
    expect(iso(addWorkingMinutes(at(from), added))).toBe(to);
  });

  test("between two instants is what was added to the first", () => {
    fc.assert(
      fc.property(instants, minutes, (from, added) => {
        expect(workingMinutesBetween(from, addWorkingMinutes(from, added))).toBeCloseTo(added, 6);
      }),
      { numRuns: 200 },
    );
  });

  test("adds up: a part and the rest are the whole", () => {
    fc.assert(
      fc.property(instants, minutes, minutes, (from, one, other) => {
        const inTwo = addWorkingMinutes(addWorkingMinutes(from, one), other);
        expect(inTwo.getTime()).toBe(addWorkingMinutes(from, one + other).getTime());
      }),
      { numRuns: 200 },
    );
  });

  test("ends on a working day, never before it began, and later the more is added", () => {
    fc.assert(
      fc.property(instants, minutes, (from, added) => {
        const to = addWorkingMinutes(from, added);
        expect(to >= from).toBe(true);
        expect(isWorkingDay(dayAt(to))).toBe(true);
        expect(addWorkingMinutes(from, added + 1) > to).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("does not run backwards, at night or on Sundays", () => {
    expect(workingMinutesBetween(at("2026-11-20T10:00:00Z"), at("2026-11-20T09:00:00Z"))).toBe(0);
    expect(workingMinutesBetween(at("2026-11-20T16:00:00Z"), at("2026-11-23T06:59:00Z"))).toBe(0);
  });
});
