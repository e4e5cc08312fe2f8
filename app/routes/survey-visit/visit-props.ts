import type { ExpectedVisit } from "#domain/survey/expected-visit.ts";
import type { PackedElement, PackedType } from "#domain/survey/survey-pack.ts";
import type { SurveyActions } from "./use-surveys.ts";

/** A building being walked, and what can be done there. */
export type VisitProps = { visit: ExpectedVisit; app: SurveyActions };

/** One of its elements; `isOpen` while the survey is being made. */
export type RowProps = VisitProps & { element: PackedElement; type: PackedType; isOpen: boolean };
