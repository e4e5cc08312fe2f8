import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

export interface TeamRow {
  id: Id;
  code: string;
  name: string;
  kind: "serviceDesk" | "landlord" | "administration" | "supplier";
  administrationId: Id | null;
  dailyMinutes: number;
}

/** The teams that work on a day, the service desk first, then by name. */
export async function listTeams(db: Db, actor: Actor, today: Day): Promise<TeamRow[]> {
  return [
    ...(await db.execute<TeamRow & Record<string, unknown>>(sql`
      select id, code, name, kind, administration_id as "administrationId", daily_minutes as "dailyMinutes"
        from team
       where organisation_id = ${actor.organisationId} and (closed_on is null or closed_on > ${today}::date)
       order by array_position(array['serviceDesk', 'landlord', 'administration', 'supplier'], kind), name`)),
  ];
}

/** Who is in a team on a day. */
export async function listTeamMembers(db: Db, actor: Actor, teamId: Id | null, today: Day) {
  return [
    ...(await db.execute<{ id: Id; name: string }>(sql`
      select distinct a.id, a.name from team_member m join account a on a.id = m.account_id and a.disabled_at is null
       where m.team_id = ${teamId} and m.organisation_id = ${actor.organisationId}
         and m.valid_from <= ${today}::date and (m.valid_to is null or m.valid_to > ${today}::date)
       order by a.name`)),
  ];
}
