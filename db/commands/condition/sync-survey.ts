import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { readSurveyCommand } from "#domain/survey/read-command.ts";
import type { SurveyAnswer } from "#domain/survey/survey-command.ts";
import { takeSurveyCommand } from "./take-survey-command.ts";

/**
 * Takes what waited on a surveyor's phone, in its order, each on its own. Where a survey could not begin, all of it is held;
 * where an element was not taken, only its signing is.
 */
export async function syncSurveys(
  db: Db,
  actor: Actor,
  commands: readonly { commandId: Id; surveyId: Id }[],
  now: Date,
): Promise<SurveyAnswer[]> {
  const unbegun = new Set<Id>();
  const incomplete = new Set<Id>();
  const answers: SurveyAnswer[] = [];
  for (const { commandId, surveyId, ...rest } of commands) {
    const command = readSurveyCommand({ commandId, surveyId, ...rest });
    const isHeld = unbegun.has(surveyId) || (command?.kind === "sign" && incomplete.has(surveyId));
    const answer: SurveyAnswer = isHeld
      ? { commandId, outcome: "held" }
      : command
        ? await takeSurveyCommand(db, actor, command, now)
        : { commandId, outcome: "refused", refusal: "malformed" };
    answers.push(answer);
    if (answer.outcome === "applied" || answer.outcome === "duplicate") continue;
    incomplete.add(surveyId);
    if (command?.kind === "start") unbegun.add(surveyId);
  }
  return answers;
}
