import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getSurveyedBuilding } from "#db/queries/condition/survey-access.ts";
import { survey, surveyVisit } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { happenedWithin } from "#domain/order/waiting.ts";
import type { SurveyCommand, SurveyRefusal } from "#domain/survey/survey-command.ts";
import { recordChange } from "../record-change.ts";

type Start = Extract<SurveyCommand, { kind: "start" }>;

/** Where a survey that is made on the spot comes from. */
const source = "Bygningssyn";

/**
 * Begins a survey of a building under an id made on the phone, or one that amends a signed survey of it: that counts as
 * of the same day. Whether others are surveying the building too is not asked: both surveys stand.
 */
export async function startSurvey(
  tx: Db,
  actor: Actor,
  { surveyId, buildingId, visitId, amendsId, happenedAt }: Start,
  now: Date,
): Promise<SurveyRefusal | null> {
  const building = await getSurveyedBuilding(tx, actor, buildingId, "write", dayAt(now));
  if (!building) return "notAllowed";
  if (building.isGone) return "buildingGone";
  const startedAt = happenedWithin(new Date(happenedAt), new Date(0), now);
  const amended = amendsId === null ? null : await dayOfSigned(tx, actor, buildingId, amendsId);
  if (amendsId !== null && amended === null) return "amendsUnsigned";
  const surveyedOn = amended ?? dayAt(startedAt);
  const made = await tx
    .insert(survey)
    .values({
      ...{ id: surveyId, organisationId: actor.organisationId, buildingId, surveyedOn, source },
      ...{ surveyorId: actor.accountId, amendsId, startedAt },
    })
    .onConflictDoNothing()
    .returning({ id: survey.id });
  if (made.length === 0) return "surveyIdUsed";
  if (visitId !== null)
    await tx
      .update(surveyVisit)
      .set({ surveyId })
      .where(
        and(
          ...[eq(surveyVisit.id, visitId), eq(surveyVisit.organisationId, actor.organisationId)],
          ...[eq(surveyVisit.buildingId, buildingId), isNull(surveyVisit.surveyId)],
          isNull(surveyVisit.cancelledAt),
        ),
      );
  await recordChange(tx, actor, {
    ...{ action: amendsId ? "amend" : "start", entity: "survey", entityId: surveyId },
    changes: { building: { from: null, to: buildingId }, surveyedOn: { from: null, to: surveyedOn } },
  });
  return null;
}

async function dayOfSigned(tx: Db, actor: Actor, buildingId: Id, surveyId: Id): Promise<Day | null> {
  const [found] = await tx
    .select({ surveyedOn: survey.surveyedOn, signedAt: survey.signedAt })
    .from(survey)
    .where(
      and(
        ...[eq(survey.id, surveyId), eq(survey.organisationId, actor.organisationId)],
        eq(survey.buildingId, buildingId),
      ),
    );
  return found?.signedAt ? found.surveyedOn : null;
}
