import { escalateOrder } from "#db/commands/case/escalate-order.ts";
import type { Db } from "#db/client.server.ts";
import { listOrdersUnderWatch, type WatchedOrder } from "#db/queries/case/list-orders-under-watch.ts";
import type { Id } from "#domain/id.ts";
import { escalationsOf } from "#domain/order/escalation.ts";

const mostAtOnce = 500;

/** What is noted without a mail was late before this system could tell anyone. */
interface Telling {
  isSilent?: boolean;
}

/** Walks the open orders and calls someone above where a threshold is passed, once each. */
export async function escalateLateOrders(
  db: Db,
  organisationId: Id,
  now: Date,
  telling: Telling = {},
): Promise<void> {
  let after: Id | null = null;
  for (;;) {
    const orders: WatchedOrder[] = await listOrdersUnderWatch(db, organisationId, after, mostAtOnce, now);
    for (const order of orders) await escalateOne(db, organisationId, order, now, telling);
    if (orders.length < mostAtOnce) return;
    after = orders.at(-1)!.id;
  }
}

const instant = (text: string | null): Date | null => (text ? new Date(text) : null);

async function escalateOne(
  db: Db,
  organisationId: Id,
  order: WatchedOrder,
  now: Date,
  telling: Telling,
): Promise<void> {
  const watched = {
    ...{ state: order.state, priority: order.priority, updatesUnanswered: order.updatesUnanswered },
    ...{ createdAt: new Date(order.createdAt), respondBy: instant(order.respondBy) },
    ...{ resolveBy: instant(order.resolveBy), respondedAt: instant(order.respondedAt) },
    resolvedAt: instant(order.resolvedAt),
  };
  const due = escalationsOf(watched, now).filter((escalation) => !order.escalated.includes(escalation));
  for (const escalation of due) {
    const { id: orderId, caseId, reopened } = order;
    await escalateOrder(db, { organisationId, caseId, orderId, reopened, escalation }, now, telling);
  }
}
