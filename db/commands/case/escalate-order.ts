import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { dayAt, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Escalation } from "#domain/order/escalation.ts";
import { queueWork } from "../queue-work.ts";
import { noteEvent } from "./note-event.ts";

/** Which order is escalated for what. `reopened`: an order that is opened again begins anew. */
export interface OrderEscalation {
  organisationId: Id;
  caseId: Id;
  orderId: Id;
  reopened: number;
  escalation: Escalation;
}

/** The same order, cause and round have the same id, so that each threshold is one event however many look. */
function eventIdOf({ orderId, escalation, reopened }: OrderEscalation): Id {
  const hex = createHash("sha256").update(`escalate ${orderId} ${escalation} ${reopened}`).digest("hex");
  // The form of a UUID of version 8, whose bits are the maker's own.
  return hex.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-8$3-8$4-$5");
}

/**
 * Notes once that an order calls for someone above, for those who do the work to see, and queues the mails to its team
 * and to the service desk; silently, where it was late long before anyone could be told. False where it is noted already.
 */
export async function escalateOrder(
  db: Db,
  order: OrderEscalation,
  now: Date,
  { isSilent = false } = {},
): Promise<boolean> {
  const { organisationId, caseId, orderId, escalation } = order;
  const id = eventIdOf(order);
  return db.transaction(async (tx) => {
    const isNew = await noteEvent(
      tx,
      {
        ...{
          id,
          organisationId,
          caseId,
          orderId,
          event: "escalate",
          payload: { escalation, round: order.reopened },
        },
        ...{ isInternal: true, accountId: null, actorName: "", happenedAt: now },
      },
      now,
    );
    if (!isNew) return false;
    if (isSilent) return true;
    for (const { to } of await listMailboxes(tx, order, dayAt(now))) {
      const payload = { eventId: id, orderId, to };
      await queueWork(tx, organisationId, {
        ...{ kind: "mailEscalation", key: `${id}:${to.toLowerCase()}`, payload, dueAt: now },
      });
    }
    return true;
  });
}

/** The mailboxes of the order's team and of the service desk; where a team has none, its members' own. */
const listMailboxes = (
  db: Db,
  { organisationId, orderId }: OrderEscalation,
  today: Day,
): Promise<{ to: string }[]> =>
  db.execute<{ to: string }>(sql`
    with called as (
      select t.id, t.email from team t
       where t.organisation_id = ${organisationId} and t.closed_on is null
         and (t.kind = 'serviceDesk' or t.id = (select team_id from service_order where id = ${orderId})))
    select distinct lower(a.email) as "to" from called c
      join lateral (
        select c.email where c.email is not null
        union all
        select m.email from team_member tm join account m on m.id = tm.account_id and m.disabled_at is null
         where c.email is null and tm.team_id = c.id and tm.valid_from <= ${today}::date
           and (tm.valid_to is null or tm.valid_to > ${today}::date)) a (email) on true
     order by 1 limit 50`);
