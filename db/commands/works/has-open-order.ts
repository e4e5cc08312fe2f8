import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { serviceOrder } from "#db/schema/index.ts";
import type { Id } from "#domain/id.ts";
import { isOpen } from "#domain/order/order-state.ts";

/** Whether somebody still has something to do on an order; an order that is done waits for nobody's hands. */
export async function hasOpenOrder(tx: Db, orderId: Id | null): Promise<boolean> {
  if (orderId === null) return false;
  const [order] = await tx
    .select({ state: serviceOrder.state })
    .from(serviceOrder)
    .where(eq(serviceOrder.id, orderId));
  return order !== undefined && order.state !== "done" && isOpen(order.state);
}
