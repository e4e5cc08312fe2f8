import type { Db } from "#db/client.server.ts";
import { takeSurveyCommand } from "#db/commands/condition/take-survey-command.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import type { Observation, ObservedRemedy } from "#domain/survey/observation.ts";
import type { SurveyStep } from "#domain/survey/survey-command.ts";

export const badRoof = { severity: "serious", intensity: "high", extent: 0.4, description: "Utæt" } as const;

/** Half of an element renewed at 900 kr a unit, in 2028. */
export const remedyOf = (more: Partial<ObservedRemedy> = {}): ObservedRemedy => ({
  ...{ purpose: "upkeep", description: "Nyt tag", priceLineId: null, ownPriceOre: 900_00 },
  ...{ isLumpSum: false, shareToRepair: 0.5, recommendedYear: 2028, ...more },
});

/** An observation of an element that was not there before, of 100 of its unit and without faults. */
export const observationOf = (typeCode: string, more: Partial<Observation> = {}): Observation => ({
  ...{
    elementId: newId(),
    newElement: { typeCode, label: "" },
    quantity: 100,
    isGone: false,
    needsInvestigation: false,
  },
  ...{ note: "", defects: [], remedies: [], ...more },
});

/** One surveyor's phone: takes steps in a survey of its own. */
export function phoneOf(db: Db, actor: Actor, surveyId: Id = newId(), clock: () => Date = () => new Date()) {
  const give = (step: SurveyStep, commandId = newId(), happenedAt = clock().toISOString()) =>
    takeSurveyCommand(db, actor, { ...step, commandId, surveyId, happenedAt }, clock());
  return {
    ...{ surveyId, give },
    start: (buildingId: Id, amendsId: Id | null = null) =>
      give({ kind: "start", buildingId, visitId: null, amendsId }),
    observe: (observation: Observation, happenedAt?: string) =>
      give({ kind: "observe", observation }, newId(), happenedAt),
    sign: () => give({ kind: "sign", note: "" }),
  };
}
