import type { Id } from "../id.ts";
import { done, refused, type Result } from "../result.ts";

/** 'making' while leases of it are still being written; what is issued stands. */
export type ChargeRunStatus = "making" | "draft" | "approved" | "issued";
export type ChargeDecision = "approve" | "issue" | "sendBack" | "discard";

/** A run with those who have had it in their hands. */
export interface RunInHand {
  status: ChargeRunStatus;
  madeBy: Id | null;
  approvedBy: Id | null;
}

export type DecisionRefusal = "wrongState" | "madeByYou" | "approvedByYou";

/**
 * What a run becomes by somebody's decision; null: it is gone. Nobody approves what they made, and nobody issues what they
 * approved. Whoever made it may issue it once another has approved it. What is issued is never decided on again.
 * @example decideRun({ status: "draft", madeBy: "a", approvedBy: null }, "approve", "a") // refused, "madeByYou"
 */
export function decideRun(
  run: RunInHand,
  decision: ChargeDecision,
  by: Id,
): Result<ChargeRunStatus | null, DecisionRefusal> {
  const { status, madeBy, approvedBy } = run;
  if (decision === "approve") {
    if (status !== "draft") return refused("wrongState");
    return madeBy === by ? refused("madeByYou") : done("approved");
  }
  if (decision === "issue") {
    if (status !== "approved") return refused("wrongState");
    return approvedBy === by ? refused("approvedByYou") : done("issued");
  }
  if (decision === "sendBack") return status === "approved" ? done("draft") : refused("wrongState");
  return status === "draft" || status === "making" ? done(null) : refused("wrongState");
}
