import type { Id } from "../id.ts";
import { onlyAdds, isStep, type OrderEvent } from "../order/order-event-kind.ts";
import { stateAfter, type OrderState } from "../order/order-state.ts";
import type { WorkOrder } from "./work-order.ts";

/** What the server says of a command: done, done before, based on something older, not possible, or held behind such a one. */
export type SyncOutcome = "applied" | "duplicate" | "conflict" | "refused" | "held";

export interface SyncAnswer {
  eventId: Id;
  outcome: SyncOutcome;
  refusal?: string;
  state?: OrderState;
  version?: number;
}

/** A command that waits on the phone, in the order it was given. */
export interface QueuedCommand {
  eventId: Id;
  orderId: Id;
  event: OrderEvent;
  reason: string;
  payload: Record<string, unknown>;
  basedOnVersion: number;
  happenedAt: string;
  /** queued: not sent yet. The others wait for the person to decide. */
  status: "queued" | "conflict" | "refused" | "held";
  refusal?: string;
}

/** An order as it will stand once what waits has been sent, and what of it waits. */
export interface ExpectedOrder extends WorkOrder {
  waiting: QueuedCommand[];
  /** Something of it was not taken by the server and asks for a decision. */
  needsDecision: boolean;
}

/** What the person sees: their own steps count from the moment they are taken, except those the server did not take. */
export function expectedOrder(order: WorkOrder, commands: readonly QueuedCommand[]): ExpectedOrder {
  const waiting = commands.filter(({ orderId }) => orderId === order.id);
  const needsDecision = waiting.some(({ status }) => status !== "queued");
  const start = { ...order, waiting, needsDecision };
  return waiting
    .filter(({ status }) => status === "queued")
    .reduce((expected, command) => afterCommand(expected, command), start);
}

function afterCommand(order: ExpectedOrder, { event, payload, happenedAt }: QueuedCommand): ExpectedOrder {
  const version = order.version + (onlyAdds(event) ? 0 : 1);
  const minutes = event === "hours" ? Number(payload["minutes"]) || 0 : 0;
  const used = event === "material" ? [payload as WorkOrder["materials"][number]] : [];
  const state = isStep(event) ? (stateAfter(order.state, event) ?? order.state) : order.state;
  return {
    ...order,
    ...{
      version,
      state,
      spentMinutes: order.spentMinutes + minutes,
      materials: [...order.materials, ...used],
    },
    respondedAt: order.respondedAt ?? (state === order.state ? null : happenedAt),
    resolvedAt: state === "done" ? happenedAt : order.resolvedAt,
    waitingSince: state === "awaitingCustomer" ? (order.waitingSince ?? happenedAt) : null,
  };
}

/**
 * What is left to wait after the server has answered: what it took is gone, what it did not take stays with the reason.
 * @example afterAnswers([command], [{ eventId: command.eventId, outcome: "duplicate" }]) // []
 */
export function afterAnswers(
  commands: readonly QueuedCommand[],
  answers: readonly SyncAnswer[],
): QueuedCommand[] {
  const said = new Map(answers.map((answer) => [answer.eventId, answer]));
  return commands.flatMap((command): QueuedCommand[] => {
    const answer = said.get(command.eventId);
    if (!answer) return [command];
    if (answer.outcome === "applied" || answer.outcome === "duplicate") return [];
    return [{ ...command, status: answer.outcome, ...(answer.refusal && { refusal: answer.refusal }) }];
  });
}

/** Commands of an order based anew on the order as it stands: what the person decided to send all the same. */
export function rebased(
  commands: readonly QueuedCommand[],
  version: number,
  newId: () => Id,
): QueuedCommand[] {
  let based = version;
  return commands.map(({ refusal: _, ...command }) => ({
    ...command,
    ...{ eventId: newId(), status: "queued" as const },
    basedOnVersion: onlyAdds(command.event) ? based : based++,
  }));
}
