import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { serviceOrder } from "#db/schema/index.ts";
import type { Id } from "#domain/id.ts";
import type { OrderEventForm } from "#domain/order/order-event.ts";
import { isOpen, type OrderState } from "#domain/order/order-state.ts";
import { queueWork } from "../queue-work.ts";
import { recordChange } from "../record-change.ts";
import { keepWork } from "./keep-work.ts";
import type { LockedOrder } from "./lock-order.ts";
import { noteEvent } from "./note-event.ts";
import { settleApproval } from "./settle-approval.ts";
import type { OrderChange, StepAuthor } from "./order-change.ts";

/** When something happened, and when we learned of it. */
export interface Times {
  at: Date;
  now: Date;
}

/**
 * Keeps what an event makes of an order: the event and its telling, the order, hours and approval that go with it, the
 * case's end, and one row of record. Null, and nothing written, where the event's id is another event's.
 */
export async function keepChange(
  tx: Db,
  author: StepAuthor,
  { order }: LockedOrder,
  form: OrderEventForm,
  { patch, toState, payload }: OrderChange,
  times: Times,
): Promise<{ state: OrderState; version: number } | null> {
  const isNew = await noteEvent(
    tx,
    {
      ...{ id: form.eventId, organisationId: order.organisationId, caseId: order.caseId, orderId: order.id },
      ...{ event: form.event, reason: form.reason?.trim() ?? "", isInternal: form.event === "note" },
      ...{ fromState: order.state, toState, happenedAt: times.at },
      payload: { ...payload, ...saidOtherwise(form, times.at) },
      ...{ accountId: author.accountId, actorName: author.name },
    },
    times.now,
  );
  if (!isNew) return null;
  const changes = changesOf(order, patch);
  const changed = Object.fromEntries(Object.entries(patch).filter(([field]) => field in changes));
  const isChanged = Object.keys(patch).length > 0;
  const version = order.version + (isChanged ? 1 : 0);
  if (isChanged)
    await tx
      .update(serviceOrder)
      .set({ ...changed, version })
      .where(eq(serviceOrder.id, order.id));
  await keepWork(tx, author, order, form, { toState, at: times.at });
  await settleApproval(tx, author, order, form, { toState, now: times.now });
  if (form.event === "askCustomer") await remindLater(tx, order.organisationId, form.eventId, times.now);
  if (isOpen(toState) !== isOpen(order.state)) await settleCase(tx, order.caseId, times.now);
  await recordChange(tx, author, {
    ...{ action: form.event, entity: "order", entityId: order.id },
    changes: isChanged ? changes : Object.fromEntries([["said", { from: null, to: form.reason || payload }]]),
  });
  return { state: toState, version };
}

/** After so many days without an answer whoever asked is reminded, once; the project's own judgement. */
const remindAfterDays = 3;

async function remindLater(tx: Db, organisationId: Id, eventId: Id, now: Date): Promise<void> {
  const dueAt = new Date(now.getTime() + remindAfterDays * 24 * 3_600_000);
  await queueWork(tx, organisationId, { kind: "mailReminder", key: eventId, payload: { eventId }, dueAt });
}

/** What a phone said of the time, where its clock was not believed. */
const saidOtherwise = ({ happenedAt }: OrderEventForm, at: Date) =>
  happenedAt && new Date(happenedAt).getTime() !== at.getTime() ? { saidAt: happenedAt } : {};

const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

function changesOf(order: LockedOrder["order"], patch: OrderChange["patch"]) {
  const before = order as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(patch)
      .map(([field, to]) => [field, { from: plain(before[field]), to: plain(to) }] as const)
      .filter(([, { from, to }]) => from !== to),
  );
}

/** A case is closed while none of its orders is open. */
const settleCase = (tx: Db, caseId: string, now: Date) =>
  tx.execute(sql`
    update service_case c
       set closed_at = case when exists (
             select 1 from service_order o where o.case_id = c.id
                and o.state not in ('confirmed', 'closed', 'declined', 'duplicate', 'plannedInBacklog'))
           then null else coalesce(c.closed_at, ${now.toISOString()}::timestamptz) end
     where c.id = ${caseId}`);
