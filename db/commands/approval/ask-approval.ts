import type { Db } from "#db/client.server.ts";
import { orderApproval } from "#db/schema/index.ts";
import type { Approver } from "#domain/approval/approval-needed.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";
import { queueWork } from "../queue-work.ts";

/** Who is asked to say yes to what amount. */
export interface ApprovalAsked {
  organisationId: Id;
  orderId: Id;
  approver: Approver;
  amountOre: number;
}

/**
 * Asks for approval of an order inside the transaction that makes it wait; the mails to those who may decide follow from
 * it. An order that waits already is asked for once. The caller sets the order's state and writes its event.
 */
export async function askApproval(tx: Db, asked: ApprovalAsked, now: Date): Promise<void> {
  const [row] = await tx
    .insert(orderApproval)
    .values({ id: newId(), ...asked, askedAt: now })
    .onConflictDoNothing()
    .returning({ id: orderApproval.id });
  if (!row) return;
  const payload = { approvalId: row.id };
  await queueWork(tx, asked.organisationId, { kind: "askApproval", key: row.id, payload, dueAt: now });
}
