import { expect, it } from "vitest";
import { surveyAgeOf } from "#domain/survey-age.ts";

it.each([
  ["2021-11-21", "2026-11-20", "fresh", 4],
  ["2021-11-20", "2026-11-20", "ageing", 5],
  ["2018-11-21", "2026-11-20", "ageing", 7],
  ["2018-11-20", "2026-11-20", "old", 8],
  ["2006-03-01", "2026-11-20", "old", 20],
  ["2020-02-29", "2025-02-28", "ageing", 5],
])("a survey of %s is on %s %s at %i years", (surveyedOn, on, state, years) => {
  expect(surveyAgeOf(surveyedOn, on)).toEqual({ state, years });
});
