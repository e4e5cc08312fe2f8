import { assumed, type Assumptions } from "./condition/assumption.ts";
import { addDays, addYears, type Day } from "./day-count.ts";

/** After how many years a survey must be read with care, and after how many it is too old; parts of years count. */
export interface SurveyAgeing {
  ageingYears: number;
  oldYears: number;
}

/** The ages that the assumptions of a day say. @example surveyAgeing({}) // { ageingYears: 5, oldYears: 8 } */
export const surveyAgeing = (assumptions: Assumptions): SurveyAgeing => ({
  ageingYears: assumed(assumptions, "surveyOldAfter"),
  oldYears: assumed(assumptions, "surveyStaleAfter"),
});

export type SurveyAge = { state: "fresh" | "ageing" | "old"; years: number };

const daysAYear = 365.25;

/** Moves a day by years and parts of years. */
function movedBy(day: Day, years: number): Day {
  const whole = Math.trunc(years);
  return addDays(addYears(day, whole), Math.round((years - whole) * daysAYear));
}

/** The last day on which what was surveyed is so many years old on a day. @example overAge("2026-11-20", 5) // "2021-11-20" */
export const overAge = (on: Day, years: number): Day => movedBy(on, -years);

/** How old a survey is on a day, in whole years, and whether it still holds; null where there never was one.
 *  @example surveyAgeOf("2018-05-01", "2026-04-30", surveyAgeing({})) // { state: "ageing", years: 7 } */
export function surveyAgeOf(
  surveyedOn: Day | null,
  on: Day,
  { ageingYears, oldYears }: SurveyAgeing,
): SurveyAge | null {
  if (surveyedOn === null) return null;
  let years = Number(on.slice(0, 4)) - Number(surveyedOn.slice(0, 4));
  if (addYears(surveyedOn, years) > on) years -= 1;
  const isPast = (limit: number) => movedBy(surveyedOn, limit) <= on;
  const state = isPast(oldYears) ? "old" : isPast(ageingYears) ? "ageing" : "fresh";
  return { state, years };
}
