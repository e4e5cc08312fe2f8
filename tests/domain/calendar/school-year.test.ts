import { expect, test } from "vitest";
import { mondayOfWeek, schoolPeriodOf } from "#domain/calendar/school-year.ts";

test.each([
  ["2026-06-26", "term"],
  ["2026-06-27", "summer"],
  ["2026-08-09", "summer"],
  ["2026-08-10", "term"],
  ["2024-06-29", "summer"],
  ["2024-08-11", "summer"],
  ["2024-08-12", "term"],
  ["2023-08-13", "summer"],
  ["2023-08-14", "term"],
])("%s lies in %s", (day, period) => expect(schoolPeriodOf(day)).toBe(period));

test.each([
  ["week 42", "2026-10-14"],
  ["week 7", "2026-02-11"],
  ["the Saturday before Palm Sunday", "2026-03-28"],
  ["Easter Monday", "2026-04-06"],
  ["the Friday after Ascension", "2026-05-15"],
  ["New Year's Day", "2027-01-01"],
  ["Christmas Eve", "2026-12-24"],
  ["5 June", "2026-06-05"],
])("schools are closed in %s", (_, day) => expect(schoolPeriodOf(day)).toBe("holiday"));

test("weeks are those of ISO 8601", () => {
  expect([mondayOfWeek(2026, 1), mondayOfWeek(2026, 42), mondayOfWeek(2027, 1)]).toEqual([
    ...["2025-12-29", "2026-10-12", "2027-01-04"],
  ]);
});
