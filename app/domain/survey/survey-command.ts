import type { Day } from "../day-count.ts";
import type { Id } from "../id.ts";
import type { Observation, ObservationFault } from "./observation.ts";

/** What can be done in a survey, made on the surveyor's phone and sent when there is network. */
export type SurveyStep =
  | { kind: "start"; buildingId: Id; visitId: Id | null; amendsId: Id | null }
  | { kind: "observe"; observation: Observation }
  | { kind: "sign"; note: string };

/** A step with its ids, both made on the phone: the same command again changes nothing. */
export type SurveyCommand = SurveyStep & { commandId: Id; surveyId: Id; happenedAt: string };

export type SurveyRefusal =
  | ObservationFault
  | "malformed"
  | "commandIdUsed"
  | "surveyIdUsed"
  | "notFound"
  | "notAllowed"
  | "notYours"
  | "buildingGone"
  | "signed"
  | "elementUnknown"
  | "typeUnknown"
  | "priceUnknown"
  | "nothingSeen"
  | "amendsUnsigned"
  | "newerThere";

/**
 * What became of a command: done; done before; another of the same surveyor's phones was there later; not possible; or
 * held, because it rests on one that was not taken.
 */
export type SurveyOutcome = "applied" | "duplicate" | "conflict" | "refused" | "held";

export interface SurveyAnswer {
  commandId: Id;
  outcome: SurveyOutcome;
  refusal?: SurveyRefusal;
}

/** A survey as two of one building are compared. */
export interface SurveyTimes {
  id: Id;
  surveyorId: Id | null;
  amendsId: Id | null;
  surveyedOn: Day;
  startedAt: string | null;
  signedAt: string | null;
}

/**
 * Whether two surveys of a building were made without knowing of one another: on one day, or one begun before the other
 * was signed. Both stand; whoever reads either is told. An amendment knows what it amends.
 */
export function competes(one: SurveyTimes, other: SurveyTimes): boolean {
  if (one.id === other.id || one.amendsId === other.id || other.amendsId === one.id) return false;
  if (one.amendsId !== null && one.amendsId === other.amendsId) return true;
  if (one.amendsId !== null || other.amendsId !== null) return false;
  if (one.surveyedOn === other.surveyedOn) return true;
  return beganBefore(one, other) && beganBefore(other, one);
}

/** Whether one began before the other was signed, or the other is not signed yet. */
function beganBefore(one: SurveyTimes, other: SurveyTimes): boolean {
  const began = one.startedAt ?? one.signedAt;
  return began === null || other.signedAt === null || Date.parse(began) < Date.parse(other.signedAt);
}
