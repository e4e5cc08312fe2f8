import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";

/**
 * Lets one telling of a case be worked out at a time: what another has just put into a mail that waits is seen by the next,
 * instead of both writing one. Held to the end of the transaction.
 */
export async function lockTelling(db: Db, organisationId: Id, caseId: Id): Promise<void> {
  await db.execute(sql`
    select 1 from service_case where id = ${caseId} and organisation_id = ${organisationId} for no key update`);
}

/**
 * Takes along what else waits to be told of the same case, so that it is told together: notes that telling as done and
 * returns the events. For use inside the transaction that tells.
 */
export async function gatherEvents(db: Db, organisationId: Id, caseId: Id, now: Date): Promise<Id[]> {
  const at = now.toISOString();
  const rows = await db.execute<{ eventId: Id }>(sql`
    with along as (
      select o.id from outbox o
       where o.organisation_id = ${organisationId} and o.kind = 'tellFollowers' and o.payload->>'caseId' = ${caseId}
         and o.done_at is null and o.gave_up_at is null and o.due_at <= ${at}::timestamptz
       order by o.id for update skip locked)
    update outbox w set done_at = ${at}::timestamptz, attempts = attempts + 1 from along where w.id = along.id
    returning w.payload->>'eventId' as "eventId"`);
  return rows.map((row) => row.eventId);
}
