import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { orderApproval } from "#db/schema/index.ts";
import { readPayload, type OrderEventForm } from "#domain/order/order-event.ts";
import { askApproval } from "../approval/ask-approval.ts";
import type { OrderState } from "#domain/order/order-state.ts";
import type { LockedOrder } from "./lock-order.ts";
import type { StepAuthor } from "./order-change.ts";

const approverOf = { landlord: "landlord", unit: "leader", tenant: "administration" } as const;

/**
 * Asks for the yes that an order is to wait for, or writes down who gave or refused it, and in whose place. A question
 * that the order no longer waits for is withdrawn; the time line keeps that it was asked.
 */
export async function settleApproval(
  tx: Db,
  author: StepAuthor,
  order: LockedOrder["order"],
  form: OrderEventForm,
  { toState, now }: { toState: OrderState; now: Date },
): Promise<void> {
  if (form.event === "askApproval" && order.payer !== "externalLandlord") {
    const { amountOre = order.priceOre ?? 0 } = readPayload("askApproval", form.payload) ?? {};
    const approver = approverOf[order.payer];
    const asked = { organisationId: order.organisationId, orderId: order.id, approver, amountOre };
    await askApproval(tx, asked, now);
  }
  const isOpen = and(eq(orderApproval.orderId, order.id), isNull(orderApproval.decidedAt));
  if (form.event !== "approve" && form.event !== "reject") {
    if (order.state === "awaitingApproval" && toState !== order.state)
      await tx.delete(orderApproval).where(isOpen);
    return;
  }
  await tx
    .update(orderApproval)
    .set({
      decision: form.event === "approve" ? "approved" : "rejected",
      ...{ decidedAt: now, decidedBy: author.accountId, decidedFor: author.decidesFor },
      comment: form.reason?.trim() ?? "",
    })
    .where(isOpen);
}
