import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

/** How it went, by the link that was sent to whoever asked. */
export interface MailedRating {
  caseId: Id;
  accountId: Id | null;
  score: number;
  comment: string;
}

/** Keeps what the asker says of a case that is over; the last answer stands. */
export async function rateByMail(
  db: Db,
  rating: MailedRating,
  now: Date,
): Promise<Result<{ number: string }, "notFound" | "tooEarly">> {
  const { caseId, accountId, score, comment } = rating;
  return db.transaction(async (tx) => {
    const [found] = await tx.execute<{
      number: string;
      organisationId: Id;
      askerName: string;
      isOver: boolean;
      before: number | null;
    }>(sql`
      select c.number, c.organisation_id as "organisationId", c.asker_name as "askerName",
             not exists (select 1 from service_order o where o.case_id = c.id and o.state not in
               ('confirmed', 'closed', 'declined', 'duplicate', 'plannedInBacklog')) as "isOver",
             (select r.score from case_rating r where r.case_id = c.id) as before
        from service_case c
       where c.id = ${caseId} and c.asked_by is not distinct from ${accountId}::uuid limit 1`);
    if (!found) return refused("notFound");
    if (!found.isOver) return refused("tooEarly");
    const { organisationId } = found;
    await tx.execute(sql`
      insert into case_rating (case_id, organisation_id, score, comment, rated_at, account_id)
      values (${caseId}, ${organisationId}, ${score}, ${comment}, ${now.toISOString()}::timestamptz, ${accountId})
      on conflict (case_id) do update set score = excluded.score, comment = excluded.comment,
        rated_at = excluded.rated_at, account_id = excluded.account_id`);
    await recordChange(
      tx,
      { organisationId, accountId, name: found.askerName },
      {
        action: "rate",
        entity: "case",
        entityId: caseId,
        changes: { score: { from: found.before, to: score } },
      },
    );
    return done({ number: found.number });
  });
}
