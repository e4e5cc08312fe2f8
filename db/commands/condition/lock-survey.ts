import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getSurveyedBuilding } from "#db/queries/condition/survey-access.ts";
import { survey } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import type { SurveyRefusal } from "#domain/survey/survey-command.ts";

export type OpenSurvey = typeof survey.$inferSelect;

/**
 * A survey that the actor is making, held until the transaction ends. Refused where it is signed, is another's, or where
 * the building has left the portfolio since.
 */
export async function lockOpenSurvey(
  tx: Db,
  actor: Actor,
  surveyId: Id,
  now: Date,
): Promise<Result<OpenSurvey, SurveyRefusal>> {
  const [found] = await tx
    .select()
    .from(survey)
    .where(and(eq(survey.id, surveyId), eq(survey.organisationId, actor.organisationId)))
    .for("update");
  if (!found) return refused("notFound");
  if (found.surveyorId !== actor.accountId) return refused("notYours");
  if (found.signedAt) return refused("signed");
  const building = await getSurveyedBuilding(tx, actor, found.buildingId, "write", dayAt(now));
  if (!building) return refused("notAllowed");
  return building.isGone ? refused("buildingGone") : done(found);
}
