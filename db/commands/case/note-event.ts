import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";

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
 * `tellFollowers` with the event's id as its key. Both in one statement, as they come with every change there is.
 * Returns false where the event is known already.
 */
export async function noteEvent(db: Db, event: NewCaseEvent, now: Date): Promise<boolean> {
  const { id, organisationId, caseId, orderId, isInternal = false } = event;
  const [at, happenedAt] = [now.toISOString(), event.happenedAt.toISOString()];
  const telling = JSON.stringify({ eventId: id, caseId });
  const rows = await db.execute(sql`
    with noted as (
      insert into case_event (id, organisation_id, case_id, order_id, event, from_state, to_state, reason, payload,
                              is_internal, account_id, actor_name, happened_at, recorded_at)
      values (${id}, ${organisationId}, ${caseId}, ${orderId}, ${event.event}, ${event.fromState ?? null},
              ${event.toState ?? null}, ${event.reason ?? ""}, ${JSON.stringify(event.payload ?? {})}::jsonb, ${isInternal},
              ${event.accountId}, ${event.actorName}, ${happenedAt}::timestamptz, ${at}::timestamptz)
      on conflict do nothing returning id
    ), told as (
      insert into outbox (id, organisation_id, kind, key, payload, created_at, due_at)
      select ${newId()}::uuid, ${organisationId}::uuid, 'tellFollowers', ${id}::text, ${telling}::jsonb, now(), ${at}::timestamptz
        from noted where not ${isInternal}::boolean
      on conflict (organisation_id, kind, key) do nothing
    )
    select id from noted`);
  return rows.length > 0;
}
