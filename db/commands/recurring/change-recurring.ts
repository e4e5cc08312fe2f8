import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getRecurring } from "#db/queries/recurring/list-recurring.ts";
import type { RecurringRow } from "#db/queries/recurring/recurring-row.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

export type ChangeRecurringRefusal = "notAllowed" | "notFound" | "alreadyStopped" | "alreadyMade";

/** The row, locked, for whoever may change it. */
async function locked(
  tx: Db,
  actor: Actor,
  id: Id,
  now: Date,
): Promise<Result<RecurringRow, "notAllowed" | "notFound" | "alreadyStopped">> {
  await tx.execute(sql`select 1 from recurring_service where id = ${id} for update`);
  const row = await getRecurring(tx, actor, id, dayAt(now));
  if (!row) return refused("notFound");
  if (!row.mayChange) return refused("notAllowed");
  return row.isStopped ? refused("alreadyStopped") : done(row);
}

/** Stops a recurring service: no more orders are made. Those already sent stand. */
export async function stopRecurring(
  db: Db,
  actor: Actor,
  id: Id,
  now: Date,
): Promise<Result<null, ChangeRecurringRefusal>> {
  return db.transaction(async (tx) => {
    const found = await locked(tx, actor, id, now);
    if (!found.ok) return found;
    await tx.execute(
      sql`update recurring_service set stopped_at = ${now.toISOString()}::timestamptz where id = ${id}`,
    );
    await recordChange(tx, actor, {
      ...{ action: "stop", entity: "recurringService", entityId: id },
      changes: { isStopped: { from: false, to: true } },
    });
    return done(null);
  });
}

/** Leaves a day out, or takes it in again. A day whose order has been sent is for the case to cancel. */
export async function leaveOut(
  db: Db,
  actor: Actor,
  id: Id,
  { day, isOut }: { day: Day; isOut: boolean },
  now: Date,
): Promise<Result<null, ChangeRecurringRefusal>> {
  return db.transaction(async (tx) => {
    const found = await locked(tx, actor, id, now);
    if (!found.ok) return found;
    const { madeUntil, leftOut } = found.value;
    if (madeUntil !== null && day <= madeUntil) return refused("alreadyMade");
    if (leftOut.includes(day) === isOut) return done(null);
    const days = isOut ? [...leftOut, day].sort() : leftOut.filter((one) => one !== day);
    await tx.execute(
      sql`update recurring_service set left_out = ${`{${days.join(",")}}`}::date[] where id = ${id}`,
    );
    await recordChange(tx, actor, {
      ...{ action: "change", entity: "recurringService", entityId: id },
      changes: { leftOut: { from: leftOut, to: days } },
    });
    return done(null);
  });
}
