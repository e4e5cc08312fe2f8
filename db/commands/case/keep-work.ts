import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { materialEntry, workEntry } from "#db/schema/index.ts";
import { newId } from "#domain/id.ts";
import { readPayload, type OrderEventForm } from "#domain/order/order-event.ts";
import type { OrderState } from "#domain/order/order-state.ts";
import type { LockedOrder } from "./lock-order.ts";
import type { StepAuthor } from "./order-change.ts";

/**
 * Hours and materials that go with an event: the clock of whoever starts runs until the work rests, hours typed in and
 * materials used are rows of their own under the event's id.
 */
export async function keepWork(
  tx: Db,
  author: StepAuthor,
  order: LockedOrder["order"],
  form: OrderEventForm,
  { toState, at }: { toState: OrderState; at: Date },
): Promise<void> {
  if (order.state === "inProgress" && toState !== "inProgress") await stopClocks(tx, order.id, at);
  if (!author.accountId) return;
  const row = { organisationId: order.organisationId, orderId: order.id, accountId: author.accountId };
  if (form.event === "start")
    await tx
      .insert(workEntry)
      .values({ id: newId(), ...row, startedAt: at })
      .onConflictDoNothing();
  if (form.event === "hours") {
    const { minutes } = readPayload("hours", form.payload)!;
    const startedAt = new Date(at.getTime() - minutes * 60_000);
    await tx.insert(workEntry).values({ id: form.eventId, ...row, startedAt, endedAt: at, minutes });
  }
  if (form.event === "material") {
    const used = readPayload("material", form.payload)!;
    await tx.insert(materialEntry).values({ id: form.eventId, ...row, ...used, usedAt: at });
  }
}

/** Ends every running clock of an order; one that began after the end (a phone's clock) counts nothing. */
const stopClocks = (tx: Db, orderId: string, at: Date) => {
  const ended = sql`greatest(${at.toISOString()}::timestamptz, ${workEntry.startedAt})`;
  return tx
    .update(workEntry)
    .set({
      endedAt: sql`${ended}`,
      minutes: sql`round(extract(epoch from ${ended} - ${workEntry.startedAt}) / 60, 2)`,
    })
    .where(and(eq(workEntry.orderId, orderId), isNull(workEntry.endedAt)));
};
