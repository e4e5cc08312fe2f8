import fc from "fast-check";
import { expect, test } from "vitest";
import { readUseReport, reportedWeek, type TypedReport } from "#domain/use/use-report.ts";
import { hourOfWeek } from "#domain/use/use-week.ts";

const id = "01a21f73-9c00-75ca-ace9-b72ce8871d1b";
const base: TypedReport = { unit: id, building: id, places: "40", holiday: "50", summer: "0", "d1-8": "30" };
const faultsOf = (typed: TypedReport) => {
  const read = readUseReport(typed);
  return read.ok ? [] : read.faults.map(({ field, fault }) => `${field} ${fault}`);
};
const reportOf = (typed: TypedReport) => {
  const read = readUseReport(typed);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.report;
};

test("Monday is told once and the days that are like it follow", () => {
  const { days, holidayShare } = reportOf({
    ...base,
    ...{ "kind-2": "monday", "kind-3": "own", "d3-10": "5", "kind-4": "closed", "kind-6": "monday" },
  });
  const week = reportedWeek(days);
  expect([1, 2, 3, 4, 6].map((weekday) => week[hourOfWeek(weekday, 9)])).toEqual([30, 30, 0, 0, 30]);
  expect(week[hourOfWeek(3, 11)]).toBe(5);
  expect(reportedWeek(days, holidayShare)[hourOfWeek(1, 8)]).toBe(15);
});

test("a night runs into the next morning, and Sunday's into Monday's", () => {
  const { days } = reportOf({ ...base, "kind-7": "own", "d7-night": "12" });
  const week = reportedWeek(days);
  expect([22, 23].map((hour) => week[hourOfWeek(7, hour)])).toEqual([12, 12]);
  expect([0, 5, 6].map((hour) => week[hourOfWeek(1, hour)])).toEqual([12, 12, 0]);
});

test.each([
  ["−3 persons", { "d1-8": "-3" }, ["d1-8 negative"]],
  ["half a person", { "d1-8": "2,5" }, ["d1-8 notWhole"]],
  ["words", { "d1-8": "mange" }, ["d1-8 notWhole"]],
  ["more than there is room for", { "d1-8": "41" }, ["d1-8 tooMany"]],
  ["no places", { places: "" }, ["places places"]],
  ["a day of its own that is wrong", { "kind-6": "own", "d6-8": "-1" }, ["d6-8 negative"]],
  ["an eighth day", { "d8-8": "1" }, ["d1-8 tooManyDays"]],
  ["101 percent", { holiday: "101" }, ["holiday share"]],
  ["nobody at all", { "d1-8": "" }, ["d1-8 nobody"]],
  ["no house", { unit: "x" }, ["place place"]],
])("%s is refused with its field", (_, change, faults) => {
  expect(faultsOf({ ...base, ...change })).toEqual(faults);
});

test("a week is never above its places nor below nobody", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 9, maxLength: 9 }), (persons) => {
      const days = Array.from({ length: 7 }, () => ({ kind: "own" as const, persons }));
      const week = reportedWeek(days);
      expect(week).toHaveLength(168);
      expect(Math.max(...week)).toBe(Math.max(...persons));
      expect(Math.min(...week)).toBeGreaterThanOrEqual(0);
    }),
  );
});
