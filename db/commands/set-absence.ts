import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "./record-change.ts";

export interface AbsenceForm {
  teamId: Id;
  day: Day;
  minutes: number;
  reason: string;
}

/** Who plans a team: administrators, managers, and users of an administration for its own team. */
const mayPlan = (actor: Actor, administrationId: Id | null): boolean =>
  actor.grants.some(({ role, administrationIds }) => {
    if (role === "administrator" || role === "manager") return true;
    const isOwn = administrationId !== null && administrationIds.includes(administrationId);
    return role === "administrationUser" && isOwn;
  });

/** Says how much of a team is away on a day, in minutes; none takes an absence back. */
export async function setAbsence(
  db: Db,
  actor: Actor,
  { teamId, day, minutes, reason }: AbsenceForm,
): Promise<Result<null, "notAllowed">> {
  return db.transaction(async (tx) => {
    const [team] = await tx.execute<{ administrationId: Id | null }>(sql`
      select administration_id as "administrationId" from team
       where id = ${teamId} and organisation_id = ${actor.organisationId} for update`);
    if (!team || !mayPlan(actor, team.administrationId)) return refused("notAllowed");
    const [before] = await tx.execute<{ minutes: number }>(sql`
      delete from team_absence where team_id = ${teamId} and day = ${day}::date returning minutes`);
    if (minutes > 0)
      await tx.execute(sql`
        insert into team_absence (team_id, day, organisation_id, minutes, reason)
        values (${teamId}, ${day}::date, ${actor.organisationId}, ${minutes}, ${reason})`);
    await recordChange(tx, actor, {
      ...{ action: "setAbsence", entity: "team", entityId: teamId },
      changes: { [`absence ${day}`]: { from: before?.minutes ?? 0, to: minutes } },
    });
    return done(null);
  });
}
