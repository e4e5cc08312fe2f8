import { orderSteps, type OrderStep } from "./order-state.ts";

/** What happens to an order without a step: words, people, another priority or day, hours and materials. */
export const otherEvents = [
  "comment",
  "note",
  "assign",
  "setPriority",
  "setDay",
  "hours",
  "material",
] as const;
export type OtherEvent = (typeof otherEvents)[number];
export type OrderEvent = OrderStep | OtherEvent;

export const orderEvents: readonly OrderEvent[] = [...orderSteps, ...otherEvents];

export const isStep = (event: OrderEvent): event is OrderStep =>
  (orderSteps as readonly string[]).includes(event);

/** Events that only add. What others did meanwhile cannot contradict them, so they rest on no version. */
const additions: readonly OrderEvent[] = ["comment", "note", "hours", "material"];
export const onlyAdds = (event: OrderEvent): boolean => additions.includes(event);
