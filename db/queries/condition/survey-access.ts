import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Right } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { withinScope } from "../portfolio-filter.ts";

/** A building that someone wants to survey, or has. */
export interface SurveyedBuilding {
  id: Id;
  name: string;
  /** It is no longer in the portfolio: torn down, sold or handed back. */
  isGone: boolean;
}

/**
 * Whether an actor's right to surveys reaches a building, by who uses it today, or used it last; a building that they
 * have been given a visit to may be read all the same.
 */
export const reachesSurveyed = (actor: Actor, building: SQL, right: Right, today: Day): SQL => sql`(coalesce((
  select ${withinScope(actor, "surveys", sql`r`, right)} from portfolio_row r where r.building_id = ${building}
   order by r.valid_from <= ${today}::date desc, abs(r.valid_from - ${today}::date) limit 1), false)
  or ${right === "read" ? hasVisit(actor, building) : sql`false`})`;

const hasVisit = (actor: Actor, building: SQL): SQL => sql`exists (
  select 1 from survey_visit v where v.building_id = ${building} and v.organisation_id = ${actor.organisationId}
     and v.surveyor_id = ${actor.accountId} and v.cancelled_at is null)`;

/** The building, for an actor whose right reaches it; else null. */
export async function getSurveyedBuilding(
  db: Db,
  actor: Actor,
  buildingId: Id,
  right: Right,
  today: Day,
): Promise<SurveyedBuilding | null> {
  const [row] = await db.execute<SurveyedBuilding & Record<string, unknown>>(sql`
    select b.id, b.name, not exists (
             select 1 from portfolio_row r where r.building_id = b.id and r.state = 'registered'
                and r.valid_from <= ${today}::date and r.valid_to > ${today}::date) as "isGone"
      from building b
     where b.id = ${buildingId} and b.organisation_id = ${actor.organisationId}
       and ${reachesSurveyed(actor, sql`b.id`, right, today)}`);
  return row ?? null;
}
