import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { elementObservation, observationPhoto } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import type { SurveyRefusal } from "#domain/survey/survey-command.ts";
import { recordChange } from "../record-change.ts";
import { lockOpenSurvey } from "./lock-survey.ts";

/** A photo of an element whose files are stored already. */
export interface ObservationPhoto {
  surveyId: Id;
  elementId: Id;
  originalKey: string;
  originalType: string;
  publicKey: string;
  thumbnailKey: string;
  width: number;
  height: number;
  bytes: number;
  sha256: string;
  takenAt: Date | null;
  position: readonly [number, number] | null;
}

/** Lays a photo on what a survey saw of an element, until the survey is signed. The same file lies there once. */
export async function addObservationPhoto(
  db: Db,
  actor: Actor,
  { surveyId, elementId, position, ...photo }: ObservationPhoto,
  now: Date,
): Promise<Result<Id, SurveyRefusal | "alreadyThere">> {
  return db.transaction(async (tx) => {
    const locked = await lockOpenSurvey(tx, actor, surveyId, now);
    if (!locked.ok) return locked;
    const [observation] = await tx
      .select({ id: elementObservation.id })
      .from(elementObservation)
      .where(and(eq(elementObservation.surveyId, surveyId), eq(elementObservation.elementId, elementId)));
    if (!observation) return refused("elementUnknown");
    const id = newId();
    const rows = await tx
      .insert(observationPhoto)
      .values({
        ...photo,
        ...{ id, organisationId: actor.organisationId, observationId: observation.id, addedAt: now },
        positionWgs84: position ? sql`st_setsrid(st_makepoint(${position[0]}, ${position[1]}), 4326)` : null,
      })
      .onConflictDoNothing()
      .returning({ id: observationPhoto.id });
    if (rows.length === 0) return refused("alreadyThere");
    await recordChange(tx, actor, {
      ...{ action: "addPhoto", entity: "survey", entityId: surveyId },
      changes: { sha256: { from: null, to: photo.sha256 } },
    });
    return done(id);
  });
}
