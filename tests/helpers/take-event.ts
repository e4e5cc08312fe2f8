import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { stepOrder } from "#db/commands/case/step-order.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import type { OrderEvent } from "#domain/order/order-event.ts";

/** An ordinary Monday, 10:00 in Denmark. */
export const monday = new Date("2026-11-16T09:00:00Z");

interface Said {
  reason?: string;
  payload?: Record<string, unknown>;
  basedOnVersion?: number;
  eventId?: Id;
  happenedAt?: string;
}

/** Takes an event on an order, under an id of its own unless one is given. */
export const take = (db: Db, actor: Actor, orderId: Id, event: OrderEvent, said: Said = {}, now = monday) =>
  stepOrder(db, actor, { eventId: newId(), orderId, event, ...said }, now);

/** An order as its row stands. */
export const orderOf = async (db: Db, orderId: Id) =>
  (await db.execute<Record<string, unknown>>(sql`select * from service_order where id = ${orderId}`))[0]!;

export const closedAt = async (db: Db, caseId: Id) =>
  (
    await db.execute<{ at: string | null }>(
      sql`select closed_at as at from service_case where id = ${caseId}`,
    )
  )[0]!.at;
