import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { surveyCommand } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { SurveyAnswer, SurveyCommand, SurveyRefusal } from "#domain/survey/survey-command.ts";
import { observeElement } from "./observe-element.ts";
import { signSurvey } from "./sign-survey.ts";
import { startSurvey } from "./start-survey.ts";

/**
 * Takes one step of a survey for whoever makes it, in a transaction of its own. The command's id is made on the phone: the
 * same again changes nothing, and is answered "duplicate", or with the refusal that it got.
 * @example await takeSurveyCommand(db, actor, { kind: "start", commandId, surveyId, happenedAt, buildingId, visitId: null, amendsId: null }, new Date());
 */
export async function takeSurveyCommand(
  db: Db,
  actor: Actor,
  command: SurveyCommand,
  now: Date,
): Promise<SurveyAnswer> {
  return db.transaction(async (tx) => {
    const { commandId, surveyId } = command;
    const fresh = await tx
      .insert(surveyCommand)
      .values({
        ...{ id: commandId, organisationId: actor.organisationId, accountId: actor.accountId, surveyId },
        ...{ outcome: "refused" as const, answer: {}, receivedAt: now },
      })
      .onConflictDoNothing()
      .returning({ id: surveyCommand.id });
    if (fresh.length === 0) return givenBefore(tx, actor, command);
    const refusal = await take(tx, actor, command, now);
    const outcome = refusal === null ? "applied" : refusal === "newerThere" ? "conflict" : "refused";
    const answer: SurveyAnswer = { commandId, outcome, ...(refusal && { refusal }) };
    await tx.update(surveyCommand).set({ outcome, answer }).where(eq(surveyCommand.id, commandId));
    return answer;
  });
}

function take(tx: Db, actor: Actor, command: SurveyCommand, now: Date): Promise<SurveyRefusal | null> {
  if (command.kind === "start") return startSurvey(tx, actor, command, now);
  if (command.kind === "observe") return observeElement(tx, actor, command, now);
  return signSurvey(tx, actor, command, now);
}

async function givenBefore(
  tx: Db,
  actor: Actor,
  { commandId, surveyId }: SurveyCommand,
): Promise<SurveyAnswer> {
  const [known] = await tx
    .select({ answer: surveyCommand.answer })
    .from(surveyCommand)
    .where(
      and(
        ...[eq(surveyCommand.id, commandId), eq(surveyCommand.organisationId, actor.organisationId)],
        ...[eq(surveyCommand.accountId, actor.accountId), eq(surveyCommand.surveyId, surveyId)],
      ),
    );
  if (!known) return { commandId, outcome: "refused", refusal: "commandIdUsed" };
  const answer = known.answer as SurveyAnswer;
  return answer.outcome === "applied" ? { ...answer, outcome: "duplicate" } : answer;
}
