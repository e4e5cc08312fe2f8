import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Right } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { withinScope } from "../portfolio-filter.ts";

/**
 * Whether the actor's right to the register reaches a building, by who uses it today: for one that left the register,
 * by who used it last; for one that is yet to come, by who will first. What belongs to a building in all times (its
 * documents) goes by this; what is dated goes by the day it is shown on.
 */
export const reachesBuilding = (actor: Actor, building: SQL, right: Right, today: Day): SQL => sql`coalesce((
  select ${withinScope(actor, "register", sql`r`, right)} from portfolio_row r where r.building_id = ${building}
   order by r.valid_from <= ${today}::date desc, abs(r.valid_from - ${today}::date) limit 1), false)`;

/** Whether the actor may read or change a building. @example await mayReachBuilding(db, actor, id, "write", today) */
export async function mayReachBuilding(
  db: Db,
  actor: Actor,
  buildingId: Id,
  right: Right,
  today: Day,
): Promise<boolean> {
  const [row] = await db.execute<{ reaches: boolean }>(
    sql`select ${reachesBuilding(actor, sql`${buildingId}::uuid`, right, today)} as reaches`,
  );
  return row?.reaches ?? false;
}

/** What a building is called, for whoever was found to reach it. */
export async function getBuildingName(db: Db, actor: Actor, buildingId: Id): Promise<string> {
  const [row] = await db.execute<{ name: string }>(
    sql`select name from building where id = ${buildingId} and organisation_id = ${actor.organisationId}`,
  );
  return row?.name ?? "";
}
