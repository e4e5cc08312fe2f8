import type { OrderStep } from "./order-state.ts";

/** How someone stands to an order: the one who asked (and her unit), who dispatches it, who does it, who approves it. */
export type Standing = "asker" | "dispatcher" | "worker" | "approver";

const allowed: Record<OrderStep, readonly Standing[]> = {
  assess: ["dispatcher", "worker"],
  askApproval: ["dispatcher"],
  approve: ["approver"],
  reject: ["approver"],
  plan: ["dispatcher", "worker"],
  start: ["dispatcher", "worker"],
  pause: ["dispatcher", "worker"],
  askCustomer: ["dispatcher", "worker"],
  customerAnswered: ["asker", "dispatcher"],
  waitForPart: ["dispatcher", "worker"],
  partArrived: ["dispatcher", "worker"],
  finish: ["dispatcher", "worker"],
  confirm: ["asker"],
  close: ["asker", "dispatcher"],
  reopen: ["asker", "dispatcher"],
  decline: ["dispatcher"],
  markDuplicate: ["dispatcher"],
  planInBacklog: ["dispatcher"],
};

/** Whether one of someone's standings lets them take a step. @example mayStep(["worker"], "decline") // false */
export const mayStep = (standings: readonly Standing[], step: OrderStep): boolean =>
  standings.some((standing) => allowed[step].includes(standing));
