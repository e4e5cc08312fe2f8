import { workingMinutesBetween } from "../calendar/working-time.ts";
import type { OrderState } from "./order-state.ts";
import { stopsTheClock } from "./order-state.ts";
import type { Priority } from "./sla.ts";

/** Why someone above is called: danger nobody has answered, an answer or a deadline missed or near, an asker who writes into the air. */
export const escalations = [
  "urgentUnanswered",
  "answerLate",
  "deadlineNear",
  "deadlinePast",
  "updatesPileUp",
] as const;
export type Escalation = (typeof escalations)[number];

/** After so many minutes without an answer to danger; a quarter of the hour that is promised. Source: the project's own judgement. */
export const URGENT_WITHIN_MINUTES = 15;
/** The share of the time to a deadline after which it is near. */
export const NEAR_SHARE = 0.8;
/** So many messages from the asking side without an answer pile up. */
export const UPDATES_THAT_PILE_UP = 3;

/** What an order is judged by. `updatesUnanswered`: messages from the asker since anyone on the working side last spoke. */
export interface OrderUnderWatch {
  state: OrderState;
  priority: Priority;
  createdAt: Date;
  respondBy: Date | null;
  resolveBy: Date | null;
  respondedAt: Date | null;
  resolvedAt: Date | null;
  updatesUnanswered: number;
}

/**
 * What calls for someone above, now. While the customer is waited for nothing does; once the work is done only words
 * that pile up do. Working time counts, except for danger, whose clock runs day and night.
 * @example escalationsOf({ ...order, priority: 1, respondedAt: null, createdAt: twentyMinutesAgo }, now) // ["urgentUnanswered"]
 */
export function escalationsOf(order: OrderUnderWatch, now: Date): Escalation[] {
  if (stopsTheClock(order.state)) return [];
  const found: Escalation[] = [];
  const isAnswered = order.respondedAt !== null;
  if (order.priority === 1 && !isAnswered && minutes(order.createdAt, now) >= URGENT_WITHIN_MINUTES)
    found.push("urgentUnanswered");
  if (!isAnswered && order.respondBy && now > order.respondBy) found.push("answerLate");
  if (!order.resolvedAt && order.resolveBy) {
    if (now > order.resolveBy) found.push("deadlinePast");
    else if (shareGone(order, order.resolveBy, now) >= NEAR_SHARE) found.push("deadlineNear");
  }
  if (order.updatesUnanswered >= UPDATES_THAT_PILE_UP) found.push("updatesPileUp");
  return found;
}

const minutes = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 60_000;

/** The share of the time from the beginning to a deadline that has gone; 1 where there is no time in between. */
function shareGone({ priority, createdAt }: OrderUnderWatch, deadline: Date, now: Date): number {
  const between = priority === 1 ? minutes : workingMinutesBetween;
  const whole = between(createdAt, deadline);
  return whole > 0 ? between(createdAt, now) / whole : 1;
}
