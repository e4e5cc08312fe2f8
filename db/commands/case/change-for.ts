import type { Db } from "#db/client.server.ts";
import { isStep, readPayload, type OrderEventForm } from "#domain/order/order-event.ts";
import { needsReason, stateAfter, type OrderState, type OrderStep } from "#domain/order/order-state.ts";
import { deadlines } from "#domain/order/sla.ts";
import { effectOf } from "#domain/order/step-effect.ts";
import { done, refused } from "#domain/result.ts";
import { getSlaTarget } from "#db/queries/case/get-sla-target.ts";
import { findOrderNamed } from "#db/queries/case/find-order-named.ts";
import type { LockedOrder } from "./lock-order.ts";
import { otherChangeFor } from "./other-change-for.ts";
import type { ChangeAnswer, OrderChange, StepAuthor } from "./order-change.ts";

/** Works out what an event makes of a locked order, or which rule says no. `at`: when it happened. */
export async function changeFor(
  tx: Db,
  author: StepAuthor,
  locked: LockedOrder,
  form: OrderEventForm,
  at: Date,
): Promise<ChangeAnswer> {
  const { event, reason = "" } = form;
  if (!isStep(event)) return otherChangeFor(tx, author, locked, form, at);
  const to = stateAfter(locked.order.state, event);
  // Danger never waits for a yes.
  if (!to || (event === "askApproval" && !mayWait(locked))) return refused("stepNotPossible");
  if (needsReason(event) && !reason.trim()) return refused("reasonMissing");
  const payload = readPayload(event, form.payload);
  if (!payload) return refused("payloadWrong");
  return stepChange(tx, locked, { step: event, to, at, reason: reason.trim(), payload });
}

const mayWait = ({ order }: LockedOrder): boolean =>
  order.priority !== 1 && order.payer !== "externalLandlord";

interface Step {
  step: OrderStep;
  to: OrderState;
  at: Date;
  reason: string;
  payload: object;
}

async function stepChange(tx: Db, locked: LockedOrder, taken: Step): Promise<ChangeAnswer> {
  const { order } = locked;
  // Only a clock that stood still asks how it runs.
  const target = order.waitingSince ? await getSlaTarget(tx, order, order.createdAt) : null;
  const payload = taken.step === "decline" ? withNextOwner(locked, taken.payload) : taken.payload;
  const patch: OrderChange["patch"] = effectOf(order, {
    ...{ ...taken, payload },
    isRoundTheClock: target?.isRoundTheClock ?? false,
  });
  if (taken.step === "reopen") {
    Object.assign(patch, deadlines(taken.at, await getSlaTarget(tx, order, taken.at)), {
      duplicateOfId: null,
    });
  }
  if (taken.step === "markDuplicate") {
    const { duplicateOf } = payload as { duplicateOf: string };
    const other = await findOrderNamed(tx, order.organisationId, duplicateOf);
    if (!other || other.id === order.id) return refused("unknownOrder");
    return done({
      ...{ patch: { ...patch, duplicateOfId: other.id }, toState: taken.to },
      payload: { duplicateOf: other.number, duplicateOfId: other.id },
    });
  }
  return done({ patch, toState: taken.to, payload: { ...payload } });
}

/** Nobody is left without a next owner: where none is named, it goes back to whoever asked. */
const withNextOwner = ({ case: asked }: LockedOrder, payload: object): object => {
  const { nextOwner } = payload as { nextOwner: string };
  return { nextOwner: nextOwner || asked.askerName };
};
