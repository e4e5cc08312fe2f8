import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getSurveyedBuilding } from "#db/queries/condition/survey-access.ts";
import { surveyVisit } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

export type CancelRefusal = "visitNotFound" | "visitBegun";

/**
 * Calls off a visit that nobody has begun: it leaves its surveyor's list, and the building can be planned again. What was
 * begun is a survey, and stays one.
 */
export async function cancelVisit(
  db: Db,
  actor: Actor,
  visitId: Id,
  now: Date,
): Promise<Result<{ building: string; plannedOn: Day }, CancelRefusal>> {
  return db.transaction(async (tx) => {
    const [visit] = await tx
      .select()
      .from(surveyVisit)
      .where(and(eq(surveyVisit.id, visitId), eq(surveyVisit.organisationId, actor.organisationId)))
      .for("update");
    if (!visit || visit.cancelledAt) return refused("visitNotFound");
    const building = await getSurveyedBuilding(tx, actor, visit.buildingId, "write", dayAt(now));
    if (!building) return refused("visitNotFound");
    if (visit.surveyId) return refused("visitBegun");
    await tx.update(surveyVisit).set({ cancelledAt: now }).where(eq(surveyVisit.id, visitId));
    await recordChange(tx, actor, {
      ...{ action: "cancel", entity: "surveyVisit", entityId: visitId },
      changes: {
        building: { from: visit.buildingId, to: null },
        plannedOn: { from: visit.plannedOn, to: null },
      },
    });
    return done({ building: building.name, plannedOn: visit.plannedOn });
  });
}
