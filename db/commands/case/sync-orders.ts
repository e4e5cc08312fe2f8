import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { onlyAdds, type OrderEventForm } from "#domain/order/order-event.ts";
import type { SyncAnswer } from "#domain/work/queued-command.ts";
import { stepOrder } from "./step-order.ts";

/**
 * Takes commands that waited on a phone, in their order, each on its own: applied, duplicate, conflict or refused. What
 * follows on an order after one that was not taken is held: it rests on something that did not happen.
 */
export async function syncOrders(
  db: Db,
  actor: Actor,
  commands: readonly OrderEventForm[],
  now: Date,
): Promise<SyncAnswer[]> {
  const stuck = new Set<string>();
  const answers: SyncAnswer[] = [];
  for (const command of commands) {
    const { eventId, orderId, event } = command;
    if (stuck.has(orderId) && !onlyAdds(event)) {
      answers.push({ eventId, outcome: "held" });
      continue;
    }
    const answer = await stepOrder(db, actor, command, now);
    if (answer.ok) {
      const { applied, state, version } = answer.value;
      answers.push({ eventId, outcome: applied, state, version });
      continue;
    }
    if (!onlyAdds(event)) stuck.add(orderId);
    const { refusal, current } = answer;
    answers.push({ eventId, outcome: refusal === "conflict" ? "conflict" : "refused", refusal, ...current });
  }
  return answers;
}
