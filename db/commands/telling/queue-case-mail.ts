import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Hearer } from "#db/queries/telling/list-hearers.ts";
import type { Id } from "#domain/id.ts";
import { isUrgent, tellAt } from "#domain/telling/told-events.ts";
import { queueWork } from "../queue-work.ts";

/** Events of a case that one hearer is to be told by mail. */
export interface CaseMail {
  organisationId: Id;
  caseId: Id;
  hearer: Hearer;
  events: readonly { id: Id; event: string }[];
}

const kind = "mailCaseNews";

/** Who it is for, within the key: one person hears of a case in one stream, however they came to hear of it. */
const nameOf = ({ accountId, email }: Hearer): string => accountId ?? email!.toLowerCase();

/**
 * Puts events into the mail about this case that waits for this hearer, or queues a new one: at once, or when the quiet
 * time after the last is over. An urgent event brings the waiting mail forward. Once an event and hearer.
 */
export async function queueCaseMail(db: Db, mail: CaseMail, now: Date): Promise<void> {
  const { organisationId, caseId, hearer, events } = mail;
  const isNowUrgent = events.some(({ event }) => isUrgent(event));
  const prefix = `${caseId}:${nameOf(hearer)}:`;
  const ids = JSON.stringify(events.map(({ id }) => id));
  if (await addToWaiting(db, organisationId, prefix, ids, isNowUrgent, now)) return;
  const [last] = await db.execute<{ at: string | null }>(sql`
    select max(done_at) as at from outbox
     where organisation_id = ${organisationId} and kind = ${kind} and ${keyBegins(prefix)}`);
  const dueAt = tellAt({ isUrgent: isNowUrgent, lastToldAt: last?.at ? new Date(last.at) : null }, now);
  const payload = { caseId, hearer: { ...hearer }, eventIds: events.map(({ id }) => id) };
  await queueWork(db, organisationId, { kind, key: `${prefix}${events[0]!.id}`, payload, dueAt });
}

/** A range instead of `like`: addresses may hold its wildcards. Keys are compared by bytes. */
const keyBegins = (prefix: string) => sql`key >= ${prefix} and key < ${`${prefix}~`}`;

async function addToWaiting(
  db: Db,
  organisationId: Id,
  prefix: string,
  ids: string,
  isNowUrgent: boolean,
  now: Date,
): Promise<boolean> {
  const at = now.toISOString();
  const rows = await db.execute(sql`
    with waiting as (
      select id from outbox
       where organisation_id = ${organisationId} and kind = ${kind} and ${keyBegins(prefix)}
         and done_at is null and gave_up_at is null and attempts = 0
       order by id limit 1 for update)
    update outbox o set
      payload = jsonb_set(o.payload, '{eventIds}', (o.payload->'eventIds') || ${ids}::jsonb),
      due_at = case when ${isNowUrgent} then least(o.due_at, ${at}::timestamptz) else o.due_at end
      from waiting where o.id = waiting.id
    returning 1`);
  return rows.length > 0;
}
