import { planAround } from "#app/server/plan-around.ts";
import type { Db } from "#db/client.server.ts";
import { getBuilding } from "#db/queries/building/get-building.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { planFrame } from "#geo/plan-frame.ts";
import { pointOf, type PlanPoint } from "#geo/plan-point.ts";
import type { Position } from "#geo/position.ts";
import type { SitePlan } from "#geo/site-plan.ts";

/** A case's point on the plan of its building; null where the reader may not know of the building, or it lies off the plan. */
export interface PointedAt {
  plan: SitePlan;
  point: PlanPoint;
}

export async function loadPointedAt(
  db: Db,
  actor: Actor,
  buildingId: Id,
  position: Position,
  on: Day,
): Promise<PointedAt | null> {
  const facts = await getBuilding(db, actor, buildingId, on);
  const plan = facts ? await planAround(db, actor, facts, on) : null;
  if (!facts?.position || !plan) return null;
  const point = pointOf(planFrame(facts.position), position);
  const isWithin = Math.abs(point[0]) <= plan.halfWidthMeters && Math.abs(point[1]) <= plan.halfHeightMeters;
  return isWithin ? { plan, point } : null;
}
