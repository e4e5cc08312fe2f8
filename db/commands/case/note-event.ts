import type { Db } from "#db/client.server.ts";
import { caseEvent } from "#db/schema/index.ts";
import type { Id } from "#domain/id.ts";
import { queueWork } from "../queue-work.ts";

/** One thing that happened to a case or to one of its orders. The id is made where it happened. */
export interface NewCaseEvent {
  id: Id;
  organisationId: Id;
  caseId: Id;
  orderId: Id | null;
  event: string;
  fromState?: string | null;
  toState?: string | null;
  reason?: string;
  payload?: Record<string, unknown>;
  isInternal?: boolean;
  accountId: Id | null;
  actorName: string;
  happenedAt: Date;
}

/**
 * Writes an event and, unless it is internal, the telling of it to asker and followers: one outbox row of kind
 * `tellFollowers` with the event's id as its key. Returns false where the event is known already.
 */
export async function noteEvent(db: Db, event: NewCaseEvent, now: Date): Promise<boolean> {
  const rows = await db
    .insert(caseEvent)
    .values({ ...event, payload: event.payload ?? {}, reason: event.reason ?? "", recordedAt: now })
    .onConflictDoNothing()
    .returning({ id: caseEvent.id });
  if (rows.length === 0) return false;
  if (!event.isInternal) {
    const payload = { eventId: event.id, caseId: event.caseId };
    await queueWork(db, event.organisationId, { kind: "tellFollowers", key: event.id, payload, dueAt: now });
  }
  return true;
}
