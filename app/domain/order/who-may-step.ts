import type { OrderEvent, OtherEvent } from "./order-event-kind.ts";
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

const allowedOtherwise: Record<OtherEvent, readonly Standing[]> = {
  comment: ["asker", "dispatcher", "worker", "approver"],
  note: ["dispatcher", "worker"],
  assign: ["dispatcher", "worker"],
  setPriority: ["dispatcher"],
  setDay: ["dispatcher", "worker"],
  hours: ["dispatcher", "worker"],
  material: ["dispatcher", "worker"],
};

/** Whether one of someone's standings lets them take a step, or do what changes no state. @example mayStep(["worker"], "decline") // false */
export const mayStep = (standings: readonly Standing[], event: OrderEvent): boolean =>
  standings.some((standing) => ({ ...allowed, ...allowedOtherwise })[event].includes(standing));
