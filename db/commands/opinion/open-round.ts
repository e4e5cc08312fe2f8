import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { addDays, yearOf, type Day } from "#domain/day.ts";
import { newId } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { queueWork } from "../queue-work.ts";
import { recordChange } from "../record-change.ts";

export type RoundRefusal = "notAllowed" | "openedThisYear" | "tooShort" | "nobody";

const shortestDays = 7;

/**
 * Opens the year's round until a day, that day included: one invitation for each leader of a unit in force today, by
 * mail. Once a year. Answers how many were asked.
 */
export async function openRound(
  db: Db,
  actor: Actor,
  closesOn: Day,
  { today, now }: { today: Day; now: Date },
): Promise<Result<number, RoundRefusal>> {
  if (!may(actor, "services", "write")) return refused("notAllowed");
  if (closesOn < addDays(today, shortestDays)) return refused("tooShort");
  const { organisationId } = actor;
  return db.transaction(async (tx) => {
    const surveyId = newId();
    const opened = await tx.execute(sql`
      insert into opinion_survey (id, organisation_id, year, opens_on, closes_on)
      values (${surveyId}, ${organisationId}, ${yearOf(today)}, ${today}, ${closesOn})
      on conflict (organisation_id, year) do nothing returning 1`);
    if (opened.length === 0) return refused("openedThisYear");
    const leaders = await listLeaders(tx, organisationId, today);
    if (leaders.length === 0) {
      await tx.execute(sql`delete from opinion_survey where id = ${surveyId}`);
      return refused("nobody");
    }
    for (const { accountId, administrationId } of leaders) {
      const id = newId();
      await tx.execute(sql`
        insert into opinion_invitation (id, organisation_id, survey_id, account_id, administration_id)
        values (${id}, ${organisationId}, ${surveyId}, ${accountId}, ${administrationId})`);
      await queueWork(tx, organisationId, {
        ...{ kind: "mailOpinion", key: id, payload: { invitationId: id }, dueAt: now },
      });
    }
    await recordChange(tx, actor, {
      ...{ action: "open", entity: "opinionSurvey", entityId: surveyId },
      changes: { closesOn: { from: null, to: closesOn }, invited: { from: null, to: leaders.length } },
    });
    return done(leaders.length);
  });
}

/** Who leads a unit on a day, each once, with the administration of the first of their units. */
const listLeaders = (
  db: Db,
  organisationId: string,
  today: Day,
): Promise<{ accountId: string; administrationId: string | null }[]> =>
  db.execute<{ accountId: string; administrationId: string | null }>(sql`
    select g.account_id as "accountId", (array_agg(u.administration_id order by u.id))[1] as "administrationId"
      from account_grant g
      join account a on a.id = g.account_id and a.disabled_at is null
      left join unit u on u.id = any (g.unit_ids)
     where g.organisation_id = ${organisationId} and g.role = 'leader' and g.valid_from <= ${today}::date
       and (g.valid_to is null or g.valid_to > ${today}::date)
     group by g.account_id order by g.account_id limit 20000`);
