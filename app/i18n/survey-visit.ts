import { surveyVisit as da } from "./da/survey-visit.ts";
import { surveyVisit as en } from "./en/survey-visit.ts";

export const surveyVisit = { da, en };
