import { addYears, type Day } from "./day-count.ts";

/** After how many years a survey must be read with care, and after how many it is too old. Source: the project's own
 *  setting for how long a survey holds. */
export const surveyAgeing = { ageingYears: 5, oldYears: 8 } as const;

export type SurveyAge = { state: "fresh" | "ageing" | "old"; years: number };

/** How old a survey is on a day, in whole years, and whether it still holds.
 *  @example surveyAgeOf("2018-05-01", "2026-04-30") // { state: "ageing", years: 7 } */
export function surveyAgeOf(surveyedOn: Day, on: Day): SurveyAge {
  let years = Number(on.slice(0, 4)) - Number(surveyedOn.slice(0, 4));
  if (addYears(surveyedOn, years) > on) years -= 1;
  const state =
    years >= surveyAgeing.oldYears ? "old" : years >= surveyAgeing.ageingYears ? "ageing" : "fresh";
  return { state, years };
}
