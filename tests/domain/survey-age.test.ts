import { expect, it } from "vitest";
import { overAge, surveyAgeing, surveyAgeOf } from "#domain/survey-age.ts";

it.each([
  ["2021-11-21", "2026-11-20", "fresh", 4],
  ["2021-11-20", "2026-11-20", "ageing", 5],
  ["2018-11-21", "2026-11-20", "ageing", 7],
  ["2018-11-20", "2026-11-20", "old", 8],
  ["2006-03-01", "2026-11-20", "old", 20],
  ["2020-02-29", "2025-02-28", "ageing", 5],
])("a survey of %s is on %s %s at %i years", (surveyedOn, on, state, years) => {
  expect(surveyAgeOf(surveyedOn, on, surveyAgeing({}))).toEqual({ state, years });
});

it("holds as long as the assumptions of the day say, in parts of years too", () => {
  const short = surveyAgeing({ surveyOldAfter: 2.5, surveyStaleAfter: 4 });
  expect(short).toEqual({ ageingYears: 2.5, oldYears: 4 });
  expect(surveyAgeOf("2024-06-01", "2026-11-20", short)?.state).toBe("fresh");
  expect(surveyAgeOf("2024-05-01", "2026-11-20", short)?.state).toBe("ageing");
  expect(surveyAgeOf("2022-11-20", "2026-11-20", short)?.state).toBe("old");
  expect(overAge("2026-11-20", 5)).toBe("2021-11-20");
});
