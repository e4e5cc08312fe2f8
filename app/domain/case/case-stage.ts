import type { OrderState } from "../order/order-state.ts";

/** How many steps a parcel has on its way: received, planned, under way, done, closed. */
export const stageCount = 5;

const stages: Record<OrderState, number | null> = {
  received: 1,
  assessed: 1,
  awaitingApproval: 1,
  planned: 2,
  inProgress: 3,
  awaitingCustomer: 3,
  awaitingPart: 3,
  done: 4,
  confirmed: 5,
  closed: 5,
  declined: null,
  duplicate: null,
  plannedInBacklog: null,
};

/** The step an order has reached, 1 to 5; null where it left the way: declined, a duplicate, planned for later. */
export const stageOf = (state: OrderState): number | null => stages[state];

/** How a state looks: what is waited for by the asker stands out, what ended without help too. */
export const statusOf = (state: OrderState): "good" | "attention" | "bad" | "info" | "neutral" => {
  if (state === "awaitingCustomer" || state === "done") return "attention";
  if (state === "declined") return "bad";
  if (state === "confirmed" || state === "closed") return "good";
  return state === "duplicate" || state === "plannedInBacklog" ? "neutral" : "info";
};
