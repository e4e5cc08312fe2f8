import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import type { OrderState } from "#domain/order/order-state.ts";
import type { Priority } from "#domain/order/sla.ts";

/** An open order that something may be late with, and what it has been escalated for already. */
export interface WatchedOrder {
  id: Id;
  caseId: Id;
  state: OrderState;
  priority: Priority;
  reopened: number;
  createdAt: string;
  respondBy: string | null;
  resolveBy: string | null;
  respondedAt: string | null;
  resolvedAt: string | null;
  updatesUnanswered: number;
  escalated: string[];
}

/**
 * Open orders that may call for someone above, by id after `afterId`: danger without an answer, a deadline of which half
 * the time by the clock has gone, or three messages since the working side last spoke. The rule decides; this only leaves
 * out what cannot matter.
 */
export async function listOrdersUnderWatch(
  db: Db,
  organisationId: Id,
  afterId: Id | null,
  most: number,
  now: Date,
): Promise<WatchedOrder[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const half = (deadline: ReturnType<typeof sql>) =>
    sql`o.created_at + (${deadline} - o.created_at) / 2 <= ${at}`;
  return [
    ...(await db.execute<WatchedOrder & Record<string, unknown>>(sql`
      select o.id, o.case_id as "caseId", o.state, o.priority, o.reopened, o.created_at as "createdAt",
             o.respond_by as "respondBy", o.resolve_by as "resolveBy", o.responded_at as "respondedAt",
             o.resolved_at as "resolvedAt", n.unanswered as "updatesUnanswered",
             array(select x.payload->>'escalation' from case_event x
                    where x.order_id = o.id and x.event = 'escalate'
                      and (x.payload->>'round')::int = o.reopened) as escalated
        from service_order o
        join service_case c on c.id = o.case_id
       cross join lateral (
         select count(*)::int as unanswered from case_event e
          where e.case_id = o.case_id and (e.order_id is null or e.order_id = o.id)
            and e.event = 'comment' and not e.is_internal and e.account_id is not distinct from c.asked_by
            and e.happened_at > coalesce((select max(w.happened_at) from case_event w
                  where w.case_id = o.case_id and (w.order_id is null or w.order_id = o.id)
                    and not w.is_internal and w.event <> 'placed'
                    and w.account_id is distinct from c.asked_by), '-infinity')) n
       where o.organisation_id = ${organisationId}
         and o.state not in ('confirmed', 'closed', 'declined', 'duplicate', 'plannedInBacklog', 'awaitingCustomer')
         and (${afterId}::uuid is null or o.id > ${afterId})
         and ((o.priority = 1 and o.responded_at is null)
           or (o.responded_at is null and o.respond_by <= ${at})
           or (o.resolved_at is null and o.resolve_by is not null and ${half(sql`o.resolve_by`)})
           or n.unanswered >= 3)
       order by o.id limit ${most}`)),
  ];
}
