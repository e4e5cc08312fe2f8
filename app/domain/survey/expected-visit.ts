import type { Id } from "../id.ts";
import type { Observation } from "./observation.ts";
import type { SurveyAnswer, SurveyCommand, SurveyRefusal } from "./survey-command.ts";
import type { PackedElement, PackedVisit } from "./survey-pack.ts";

/** A command that waits on the phone, in the order it was given. */
export type QueuedStep = SurveyCommand & {
  /** Where the survey is made; so that what is begun offline is found again. */
  buildingId: Id;
  /** queued: not sent yet. The others wait for the person to decide. */
  status: "queued" | "conflict" | "refused" | "held";
  refusal?: SurveyRefusal;
};

/** A visit as it will stand once what waits has been sent. */
export interface ExpectedVisit extends PackedVisit {
  /** The survey under way; null before it is begun. */
  surveyId: Id | null;
  /** The element's new ones first known here included. */
  elements: PackedElement[];
  observations: Map<Id, Observation>;
  isSigned: boolean;
  waiting: QueuedStep[];
  needsDecision: boolean;
}

/**
 * What the surveyor sees: their own steps count from the moment they are taken, also those that the server did not take,
 * so that nothing said is out of sight.
 */
export function expectedVisit(visit: PackedVisit, steps: readonly QueuedStep[]): ExpectedVisit {
  const waiting = steps.filter(({ buildingId }) => buildingId === visit.buildingId);
  const expected: ExpectedVisit = {
    ...visit,
    ...{ surveyId: visit.survey?.id ?? null, isSigned: false, elements: [...visit.elements] },
    observations: new Map(visit.survey?.observations.map((one) => [one.elementId, one])),
    ...{ waiting, needsDecision: waiting.some(({ status }) => status !== "queued") },
  };
  for (const step of waiting) {
    expected.surveyId ??= step.surveyId;
    if (step.kind === "observe") observe(expected, step.observation);
    if (step.kind === "sign") expected.isSigned = true;
  }
  return expected;
}

function observe(visit: ExpectedVisit, observation: Observation): void {
  visit.observations.set(observation.elementId, observation);
  if (!observation.newElement || visit.elements.some(({ id }) => id === observation.elementId)) return;
  visit.elements.push({
    ...{ id: observation.elementId, typeCode: observation.newElement.typeCode },
    ...{ label: observation.newElement.label || null, quantity: observation.quantity },
    ...{ lastOn: null, lastCondition: null, lastDefects: [] },
  });
}

/** What may be sent now: a signature waits until nothing of its survey is stuck. */
export function sendable(steps: readonly QueuedStep[]): QueuedStep[] {
  const stuck = new Set(steps.filter(({ status }) => status !== "queued").map(({ surveyId }) => surveyId));
  return steps.filter(
    ({ status, kind, surveyId }) => status === "queued" && !(kind === "sign" && stuck.has(surveyId)),
  );
}

/** What is left to wait after the server has answered: what it took is gone, what it did not take stays with the reason. */
export function afterSurveyAnswers(
  steps: readonly QueuedStep[],
  answers: readonly SurveyAnswer[],
): QueuedStep[] {
  const said = new Map(answers.map((answer) => [answer.commandId, answer]));
  return steps.flatMap((step): QueuedStep[] => {
    const answer = said.get(step.commandId);
    if (!answer) return [step];
    if (answer.outcome === "applied" || answer.outcome === "duplicate") return [];
    return [{ ...step, status: answer.outcome, ...(answer.refusal && { refusal: answer.refusal }) }];
  });
}

/** Steps that were not taken, to be sent again as if given now: under new ids, in their order. */
export const givenAgain = (steps: readonly QueuedStep[], newId: () => Id, now: string): QueuedStep[] =>
  steps.map(({ refusal: _, ...step }) => ({
    ...step,
    ...{ commandId: newId(), happenedAt: now, status: "queued" as const },
  }));
