import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getStanding } from "#db/queries/case/get-standing.ts";
import { caseEvent } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { onlyAdds, type OrderEventForm } from "#domain/order/order-event.ts";
import type { OrderState } from "#domain/order/order-state.ts";
import { happenedWithin } from "#domain/order/waiting.ts";
import { mayStep } from "#domain/order/who-may-step.ts";
import { done, refused } from "#domain/result.ts";
import { changeFor } from "./change-for.ts";
import { keepChange } from "./keep-change.ts";
import { lockOrder, type LockedOrder } from "./lock-order.ts";
import type { ChangeRefusal, StepAuthor } from "./order-change.ts";

export type StepRefusal = ChangeRefusal | "notFound" | "notAllowed" | "conflict" | "eventIdUsed";

/** Where an order stands after a command, or stood when the command was refused. */
export interface OrderStanding {
  state: OrderState;
  version: number;
}

export type StepAnswer =
  | { ok: true; value: OrderStanding & { applied: "applied" | "duplicate" } }
  | { ok: false; refusal: StepRefusal; current?: OrderStanding };

/**
 * Takes one event on an order for an actor who stands to it so that they may: a step of its state, or words, people, a
 * day, hours, materials. The same event id again changes nothing and is answered "duplicate". An event based on another
 * version than the order's is a "conflict" and tells where the order stands; nothing is merged in silence.
 * @example await stepOrder(db, actor, { eventId: newId(), orderId, event: "start" }, new Date());
 */
export async function stepOrder(db: Db, actor: Actor, form: OrderEventForm, now: Date): Promise<StepAnswer> {
  return db.transaction(async (tx) => {
    const locked = await lockOrder(tx, actor.organisationId, form.orderId);
    if (!locked) return refused("notFound");
    if (await isKnown(tx, actor, form)) return duplicateOf(locked);
    const standing = await getStanding(tx, actor, form.orderId, now);
    if (!standing) return refused("notFound");
    return takeEvent(tx, { ...actor, ...standing }, form, now, locked);
  });
}

/**
 * The same for someone whose standing is known already, inside their own transaction: whoever decides by a link in a
 * mail, a job that closes what nobody answered.
 */
export async function stepOrderAs(
  tx: Db,
  author: StepAuthor,
  form: OrderEventForm,
  now: Date,
): Promise<StepAnswer> {
  const locked = await lockOrder(tx, author.organisationId, form.orderId);
  if (!locked) return refused("notFound");
  if (await isKnown(tx, author, form)) return duplicateOf(locked);
  return takeEvent(tx, author, form, now, locked);
}

const standingOf = ({ order }: LockedOrder): OrderStanding => ({
  state: order.state,
  version: order.version,
});

const duplicateOf = (locked: LockedOrder): StepAnswer =>
  done({ applied: "duplicate" as const, ...standingOf(locked) });

/** Whether the event was taken before: the same sender's, on the same order. */
async function isKnown(
  tx: Db,
  sender: Pick<StepAuthor, "accountId" | "organisationId">,
  form: OrderEventForm,
): Promise<boolean> {
  const [known] = await tx
    .select({ accountId: caseEvent.accountId, event: caseEvent.event })
    .from(caseEvent)
    .where(
      and(
        eq(caseEvent.id, form.eventId),
        eq(caseEvent.orderId, form.orderId),
        eq(caseEvent.organisationId, sender.organisationId),
      ),
    );
  return known !== undefined && known.accountId === sender.accountId && known.event === form.event;
}

async function takeEvent(
  tx: Db,
  author: StepAuthor,
  form: OrderEventForm,
  now: Date,
  locked: LockedOrder,
): Promise<StepAnswer> {
  const current = standingOf(locked);
  if (!mayStep(author.standings, form.event)) return { ...refused("notAllowed"), current };
  const isStale = form.basedOnVersion !== undefined && form.basedOnVersion !== current.version;
  if (isStale && !onlyAdds(form.event)) return { ...refused("conflict"), current };
  const at = happenedWithin(
    form.happenedAt ? new Date(form.happenedAt) : undefined,
    locked.order.createdAt,
    now,
  );
  const change = await changeFor(tx, author, locked, form, at);
  if (!change.ok) return { ...change, current };
  const kept = await keepChange(tx, author, locked, form, change.value, { at, now });
  return kept ? done({ applied: "applied" as const, ...kept }) : { ...refused("eventIdUsed"), current };
}
