import { expect, test } from "vitest";
import { useConfidence } from "#domain/use/use-confidence.ts";
import { hourOfWeek, weekdayAndHour, weekHours } from "#domain/use/use-week.ts";

test("what was seen is surer with the weeks, and an estimate stays an estimate", () => {
  expect(useConfidence("sensor", 8)).toBe(0.95);
  expect(useConfidence("sensor", 52)).toBe(0.95);
  expect(useConfidence("count", 4)).toBe(0.65);
  expect(useConfidence("estimate", 52)).toBe(0.4);
  expect(useConfidence("sensor", 8, 0.5)).toBe(0.48);
});

test("every hour of the week has one place", () => {
  const places = Array.from({ length: weekHours }, (_, index) => index);
  expect(places.map(weekdayAndHour).map(({ weekday, hour }) => hourOfWeek(weekday, hour))).toEqual(places);
  expect(weekdayAndHour(0)).toEqual({ weekday: 1, hour: 0 });
  expect(weekdayAndHour(167)).toEqual({ weekday: 7, hour: 23 });
});
