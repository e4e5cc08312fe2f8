import { Temporal } from "temporal-polyfill";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, addYears, dayAt, daysBetween, parseDay } from "#domain/day.ts";

describe("a day", () => {
  test.each(["2023-02-29", "2026-13-01", "2026-1-1", "20261120", "", null, undefined, "2026-11-20T00:00"])(
    "is not %s",
    (text) => expect(parseDay(text)).toBeNull(),
  );

  test("is read as it is written", () => expect(parseDay("2024-02-29")).toBe("2024-02-29"));

  test("begins at midnight in Denmark, summer and winter", () => {
    expect(dayAt(new Date("2026-11-20T22:59:59Z"))).toBe("2026-11-20");
    expect(dayAt(new Date("2026-11-20T23:00:00Z"))).toBe("2026-11-21");
    expect(dayAt(new Date("2026-06-30T22:00:00Z"))).toBe("2026-07-01");
  });

  test("a month or a year after the last of a month stays in the month", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addYears("2024-02-29", 1)).toBe("2025-02-28");
  });

  test("moved by months is where the calendar says", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 40_000 }),
        fc.integer({ min: -2_000, max: 2_000 }),
        (days, months) => {
          const day = addDays("2026-11-20", days);
          expect(addMonths(day, months)).toBe(Temporal.PlainDate.from(day).add({ months }).toString());
        },
      ),
    );
  });

  test("moved by any number of days lies that many days away", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        expect(daysBetween("2026-11-20", addDays("2026-11-20", days))).toBe(days);
      }),
    );
  });
});
