import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";

/** How many visits wait for an actor, and how many surveys of their own are not signed. */
export async function countOwnVisits(db: Db, actor: Actor): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(distinct x.building_id)::int as count
      from (select building_id from survey_visit
             where organisation_id = ${actor.organisationId} and surveyor_id = ${actor.accountId}
               and survey_id is null and cancelled_at is null
            union all
            select building_id from survey
             where organisation_id = ${actor.organisationId} and surveyor_id = ${actor.accountId}
               and signed_at is null) x`);
  return row!.count;
}
