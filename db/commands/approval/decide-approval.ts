import type { Db } from "#db/client.server.ts";
import { getApproval, getDecider, type ApprovalRow } from "#db/queries/approval/get-approval.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { stepOrderAs } from "../case/step-order.ts";

/** The answer of someone who may give it. The event's id is made with the form: a second tap is the same answer. */
export interface ApprovalAnswer {
  approvalId: Id;
  decision: "approved" | "rejected";
  comment: string;
  eventId: Id;
}

export type DecideRefusal = "notFound" | "notAllowed" | "alreadyDecided" | "withdrawn" | "reasonMissing";

/** `approval`: as it stands now, so that whoever came second is told who decided. */
export type DecideAnswer =
  { ok: true; approval: ApprovalRow } | { ok: false; refusal: DecideRefusal; approval: ApprovalRow | null };

/**
 * Approves or rejects what an order will cost: the approval and the order's step in one transaction. A rejection gives
 * its reason, which the asker reads. Of two who decide at once the first is heard.
 * @example await decideApproval(db, actor, { approvalId, decision: "approved", comment: "", eventId: newId() }, new Date());
 */
export async function decideApproval(
  db: Db,
  actor: Actor,
  answer: ApprovalAnswer,
  now: Date,
): Promise<DecideAnswer> {
  const { approvalId, decision, eventId } = answer;
  const comment = answer.comment.trim();
  return db.transaction(async (tx) => {
    const approval = await getApproval(tx, approvalId);
    const no = (refusal: DecideRefusal) => ({ ok: false as const, refusal, approval });
    if (!approval || approval.organisationId !== actor.organisationId)
      return { ...no("notFound"), approval: null };
    const decider = await getDecider(tx, approvalId, actor.accountId, dayAt(now));
    if (!decider) return { ...no("notAllowed"), approval: null };
    if (approval.decidedAt) return no("alreadyDecided");
    if (decision === "rejected" && comment === "") return no("reasonMissing");
    const author = { ...actor, standings: ["approver" as const], decidesFor: decider.forAccountId };
    const event = decision === "approved" ? ("approve" as const) : ("reject" as const);
    const form = { eventId, orderId: approval.orderId, event, reason: comment };
    const step = await stepOrderAs(tx, author, form, now);
    const after = await getApproval(tx, approvalId);
    if (step.ok) return { ok: true as const, approval: after! };
    return {
      ok: false as const,
      refusal: after?.decidedAt ? "alreadyDecided" : "withdrawn",
      approval: after,
    };
  });
}
