import type { PlanQuestion, ReckonedPlan } from "#domain/plan/plan-question.ts";
import type { Reckoning } from "#domain/plan/reckon-plan.ts";
import type { Progress } from "../optimiser/question.ts";

/** What a planning thread is asked: to reckon a plan, or to look for a better one as long as it may. */
export type PlanTask =
  | { kind: "reckon"; question: PlanQuestion; method: Reckoning; rounds?: number }
  | { kind: "solve"; question: PlanQuestion; secondsAtMost: number };

/** How far the search has come, in øre; `best` may be where it began. */
export type SearchProgress = Progress;

export type PlanAnswer =
  | { kind: "progress"; progress: SearchProgress }
  /** Null where nothing better than the packages was found in time; a bound may be proven all the same. */
  | { kind: "answered"; reckoned: ReckonedPlan | null; boundOre: number | null }
  | { kind: "failed"; message: string };
