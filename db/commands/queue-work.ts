import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";

/** Something that follows from a change: which kind, the key that makes it one however often it is asked for, and what it needs. */
export interface QueuedWork {
  kind: string;
  key: string;
  payload: Record<string, unknown>;
  dueAt: Date;
}

/**
 * Writes work into the outbox inside the transaction that makes it necessary: no change without its work, no work
 * without its change. Done at least once; the same kind and key is queued once.
 * @example await queueWork(tx, organisationId, { kind: "tellFollowers", key: eventId, payload: { eventId }, dueAt: now });
 */
export async function queueWork(db: Db, organisationId: Id, work: QueuedWork): Promise<void> {
  await db.execute(sql`
    insert into outbox (id, organisation_id, kind, key, payload, created_at, due_at)
    values (${newId()}, ${organisationId}, ${work.kind}, ${work.key}, ${JSON.stringify(work.payload)}::jsonb, now(),
            ${work.dueAt.toISOString()}::timestamptz)
    on conflict (organisation_id, kind, key) do nothing`);
}
