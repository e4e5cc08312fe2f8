import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { roles, type Actor } from "#domain/actor.ts";
import { accessTable } from "#domain/access.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** Roles that go out and look: those that write surveys, and craftsmen, who read them on the spot. */
const surveyorRoles = roles.filter((role) => role === "craftsman" || accessTable[role].surveys?.write);

/** Whom a visit may be given to on a day, oneself first. */
export async function listSurveyors(db: Db, actor: Actor, on: Day): Promise<{ id: Id; name: string }[]> {
  const rows = await db.execute<{ id: Id; name: string }>(sql`
    select a.id, a.name from account a
     where a.organisation_id = ${actor.organisationId} and a.disabled_at is null and exists (
             select 1 from account_grant g where g.account_id = a.id and g.role = any (${sql.param(surveyorRoles)}::text[])
                and g.valid_from <= ${on}::date and (g.valid_to is null or g.valid_to > ${on}::date))
     order by a.id <> ${actor.accountId}, a.name, a.id limit 200`);
  return [...rows];
}
