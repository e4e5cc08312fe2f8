import type { Priority } from "../order/sla.ts";
import type { Payer } from "../responsibility/terms.ts";

/** Who says yes to an amount: the leader of the unit, someone of the administration, the landlord. */
export const approvers = ["leader", "administration", "landlord"] as const;
export type Approver = (typeof approvers)[number];

/** What an order asks of money. `approvalAboveOre` and `approver` are the catalogue's; null there: no amount waits. */
export interface AmountToApprove {
  /** What it will cost in øre; null where nobody knows yet, and then it is asked when a price is known. */
  amountOre: number | null;
  payer: Payer;
  priority: Priority;
  approvalAboveOre: number | null;
  approver: Approver | null;
  /** Whoever may say yes has said it by sending. */
  isSentByApprover?: boolean;
}

/**
 * Who must say yes before work begins, or null. Danger never waits; an amount at the limit is still within it; no one
 * answers for another's purse: what the landlord pays the landlord approves, what the unit pays its leader does, and a
 * landlord outside the city decides for himself.
 * Source: the project's own judgement, from "approval by amount and payer".
 * @example approvalNeeded({ amountOre: 12_000_00, payer: "tenant", priority: 3, approvalAboveOre: 10_000_00, approver: "administration" }) // "administration"
 */
export function approvalNeeded(order: AmountToApprove): Approver | null {
  const { amountOre, payer, priority, approvalAboveOre, approver, isSentByApprover = false } = order;
  if (priority === 1 || amountOre === null || approvalAboveOre === null || approver === null) return null;
  if (amountOre <= approvalAboveOre || isSentByApprover) return null;
  return approverFor(payer, approver);
}

function approverFor(payer: Payer, approver: Approver): Approver | null {
  if (payer === "externalLandlord") return null;
  if (payer === "landlord") return "landlord";
  if (payer === "unit") return "leader";
  return approver === "landlord" ? "administration" : approver;
}
