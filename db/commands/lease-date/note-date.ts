import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { contractVisibleTo } from "#db/queries/building/visible-to.ts";
import { getDate, type LeaseDateRow } from "#db/queries/lease-date/list-dates.ts";
import type { PossibleOwner } from "#db/queries/lease-date/list-keepers.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import type { DateForm } from "#domain/lease-date/date-form.ts";
import { dateKeyText, type DateKey } from "#domain/lease-date/date-key.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

export type NoteDateRefusal = "notFound" | "notAllowed" | "ownerOutside" | "handledBefore";

/**
 * Keeps what somebody says of a date of a lease that their right to change leases reaches: whose it is, and how it was
 * handled. It can be given only to somebody who may change that lease too.
 */
export async function noteDate(
  db: Db,
  actor: Actor,
  key: DateKey,
  form: DateForm,
  now: Date,
): Promise<Result<null, NoteDateRefusal>> {
  return db.transaction(async (tx) => {
    const found = await getDate(tx, actor, key, dayAt(now));
    if (!found) return refused("notFound");
    if (!(await mayChange(tx, actor, key.contractId))) return refused("notAllowed");
    const { date, owners } = found;
    if (form.intent === "handle" && date.isHandled) return refused("handledBefore");
    const ownerId = newOwner(actor, form, date);
    if (ownerId !== null && ownerId !== date.ownerId && !reaches(owners, ownerId, date))
      return refused("ownerOutside");
    const isHandled = form.intent === "handle" || (form.intent !== "reopen" && date.isHandled);
    const note = form.intent === "handle" ? form.note : form.intent === "reopen" ? "" : date.note;
    await keep(tx, actor, key, { ownerId, isHandled, note }, now);
    await recordChange(tx, actor, {
      ...{ action: form.intent, entity: "leaseDate", entityId: key.contractId },
      changes: {
        date: { from: null, to: dateKeyText(key) },
        owner: { from: date.ownerId, to: ownerId },
        handled: { from: date.isHandled, to: isHandled },
        note: { from: date.note, to: note },
      },
    });
    return done(null);
  });
}

async function mayChange(db: Db, actor: Actor, contractId: Id): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from contract k left join unit u on u.id = k.unit_id
     where k.id = ${contractId} and ${contractVisibleTo(actor, "write")}`);
  return rows.length > 0;
}

function newOwner(actor: Actor, form: DateForm, { ownerId }: LeaseDateRow): Id | null {
  if (form.intent === "take") return actor.accountId;
  return form.intent === "assign" ? form.ownerId : ownerId;
}

const reaches = (owners: readonly PossibleOwner[], ownerId: Id, { lease }: LeaseDateRow): boolean =>
  owners.some(
    ({ accountId, administrationIds }) =>
      accountId === ownerId &&
      (administrationIds.length === 0 ||
        (lease.administrationId !== null && administrationIds.includes(lease.administrationId))),
  );

async function keep(
  db: Db,
  actor: Actor,
  { contractId, kind, party, on }: DateKey,
  { ownerId, isHandled, note }: { ownerId: Id | null; isHandled: boolean; note: string },
  now: Date,
): Promise<void> {
  const at = isHandled ? sql`${now.toISOString()}::timestamptz` : sql`null`;
  await db.execute(sql`
    insert into lease_date_note as d (id, organisation_id, contract_id, kind, party, on_day, owner_id, handled_at, handled_by, note)
    values (${newId()}, ${actor.organisationId}, ${contractId}, ${kind}, ${party}, ${on}, ${ownerId}, ${at},
            ${isHandled ? actor.accountId : null}, ${note})
    on conflict (contract_id, kind, party, on_day) do update set owner_id = excluded.owner_id, note = excluded.note,
      handled_at = case when excluded.handled_at is null then null else coalesce(d.handled_at, excluded.handled_at) end,
      handled_by = case when excluded.handled_at is null then null else coalesce(d.handled_by, excluded.handled_by) end`);
}
