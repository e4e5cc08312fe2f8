import type { Db } from "#db/client.server.ts";
import { listRoundStops } from "#db/queries/survey/list-round-stops.ts";
import { listSurveyors } from "#db/queries/survey/list-surveyors.ts";
import { surveyVisit } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, type Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { mostStops, orderRound } from "#domain/survey/order-round.ts";
import { recordChanges } from "../record-change.ts";

export interface RoundForm {
  buildingIds: readonly Id[];
  plannedOn: Day;
  surveyorId: Id;
  /** What the round is called; visits of one name and day belong together. */
  round: string;
}

export type RoundRefusal = "noBuildings" | "tooMany" | "pastDay" | "surveyorUnknown" | "notReached";

/**
 * Plans visits to some buildings on one day by one surveyor, in the order of a short round. Where a visit is planned
 * already, there is none more; how many that were is told.
 */
export async function planVisits(
  db: Db,
  actor: Actor,
  { buildingIds, plannedOn, surveyorId, round }: RoundForm,
  now: Date,
): Promise<Result<{ planned: number; skipped: number }, RoundRefusal>> {
  const wanted = new Set(buildingIds);
  if (wanted.size === 0) return refused("noBuildings");
  if (wanted.size > mostStops) return refused("tooMany");
  if (plannedOn < dayAt(now)) return refused("pastDay");
  return db.transaction(async (tx) => {
    const surveyors = await listSurveyors(tx, actor, dayAt(now));
    if (!surveyors.some(({ id }) => id === surveyorId)) return refused("surveyorUnknown");
    const found = await listRoundStops(tx, actor, [...wanted], dayAt(now));
    if (found.length < wanted.size) return refused("notReached");
    const stops = orderRound(found.filter(({ isPlanned }) => !isPlanned));
    if (stops.length > 0) {
      const rows = stops.map(({ id: buildingId }, index) => ({
        ...{ id: newId(), organisationId: actor.organisationId, buildingId, plannedOn, surveyorId },
        ...{ round: round || null, stop: index + 1, createdAt: now },
      }));
      await tx.insert(surveyVisit).values(rows);
      await recordChanges(
        tx,
        actor,
        rows.map(({ id, buildingId }) => ({
          ...{ action: "plan", entity: "surveyVisit", entityId: id },
          changes: { building: { from: null, to: buildingId }, plannedOn: { from: null, to: plannedOn } },
        })),
      );
    }
    return done({ planned: stops.length, skipped: found.length - stops.length });
  });
}
