import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { OrderEvent } from "#domain/order/order-event.ts";
import type { OrderState } from "#domain/order/order-state.ts";
import { getStanding } from "./get-standing.ts";

/** One entry of an order's time line. */
export interface OrderEventRow {
  id: Id;
  event: OrderEvent | "placed" | "photo" | "escalate";
  fromState: OrderState | null;
  toState: OrderState | null;
  reason: string;
  payload: Record<string, unknown>;
  isInternal: boolean;
  actorName: string;
  happenedAt: string;
  recordedAt: string;
}

/** No order has lived through more; the oldest are left out if one does. */
const mostEvents = 1000;

/**
 * The time line of an order, oldest first; null where the actor does not see the order. Notes among those who do the work
 * are theirs alone.
 */
export async function listOrderEvents(
  db: Db,
  actor: Actor,
  orderId: Id,
  now: Date,
): Promise<OrderEventRow[] | null> {
  const standing = await getStanding(db, actor, orderId, now);
  if (!standing) return null;
  const seesInternal = standing.standings.some((held) => held === "dispatcher" || held === "worker");
  const rows = await db.execute<OrderEventRow & Record<string, unknown>>(sql`
    select id, event, from_state as "fromState", to_state as "toState", reason, payload,
           is_internal as "isInternal", actor_name as "actorName", happened_at as "happenedAt",
           recorded_at as "recordedAt"
      from case_event
     where order_id = ${orderId} and (not is_internal or ${seesInternal})
     order by happened_at desc, id desc limit ${mostEvents}`);
  return [...rows].reverse();
}
