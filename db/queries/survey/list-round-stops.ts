import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { uuidArray } from "#db/sql-arrays.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { RoundStop } from "#domain/survey/order-round.ts";
import { withinScope } from "../portfolio-filter.ts";

/** A building that may be visited, with where it stands; and whether a visit is planned that nobody has begun. */
export interface VisitableBuilding extends RoundStop {
  id: Id;
  isPlanned: boolean;
}

/** Those of some buildings that stand in the portfolio on a day and that the actor may write surveys of. */
export async function listRoundStops(
  db: Db,
  actor: Actor,
  buildingIds: readonly Id[],
  today: Day,
): Promise<VisitableBuilding[]> {
  const rows = await db.execute<{ id: Id; lon: number; lat: number; isPlanned: boolean }>(sql`
    select r.building_id as id, r.lon, r.lat, exists (
             select 1 from survey_visit v where v.building_id = r.building_id and v.survey_id is null
                and v.cancelled_at is null) as "isPlanned"
      from portfolio_row r
     where r.building_id = any (${uuidArray(buildingIds)}) and r.state = 'registered'
       and r.valid_from <= ${today}::date and r.valid_to > ${today}::date
       and ${withinScope(actor, "surveys", sql`r`, "write")}
     order by r.building_id limit 500`);
  return rows.map(({ id, lon, lat, isPlanned }) => ({ id, position: [lon, lat], isPlanned }));
}
