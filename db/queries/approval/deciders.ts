import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** Whether a grant `g` lets its holder decide an approval `p` of an order `o`. An administrator can step in anywhere. */
const decides = sql`(
  (p.approver = 'leader' and g.role = 'leader' and o.unit_id = any (g.unit_ids))
  or (p.approver = 'administration' and g.role = 'administrationUser'
      and o.administration_id = any (g.administration_ids))
  or (p.approver = 'landlord' and g.role = 'manager'
      and (g.administration_ids = '{}' or coalesce(o.administration_id = any (g.administration_ids), false)))
  or g.role = 'administrator')`;

/**
 * Rows (approval_id, account_id, for_id, is_last_resort) of who may decide which approvals on a day: holders of the grant
 * and their deputies (`for_id` null), and those whom a holder has asked to decide meanwhile. `which` narrows
 * `order_approval p`.
 */
export const decidersOf = (which: SQL, today: Day): SQL => sql`
  with held as (
    select p.id as approval_id, h.account_id, bool_and(g.role = 'administrator') as is_last_resort
      from order_approval p
      join service_order o on o.id = p.order_id
      join account_grant g on g.organisation_id = p.organisation_id and ${decides}
       and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to > ${today}::date)
     cross join lateral (values (g.account_id), (g.deputy_account_id)) h (account_id)
      join account a on a.id = h.account_id and a.disabled_at is null
     where ${which}
     group by p.id, h.account_id)
  select approval_id, account_id, null::uuid as for_id, is_last_resort from held
  union all
  select h.approval_id, d.delegate_id, h.account_id, h.is_last_resort
    from held h
    join approval_delegation d on d.account_id = h.account_id
     and d.valid_from <= ${today}::date and d.valid_to > ${today}::date
    join account a on a.id = d.delegate_id and a.disabled_at is null
   where not exists (select 1 from held o where o.approval_id = h.approval_id and o.account_id = d.delegate_id)`;

/** How someone may decide: in their own right (`forAccountId` null), or in another's place. */
export interface ApprovalStanding {
  approvalId: Id;
  forAccountId: Id | null;
}

/** How the actor may decide what waits for approval of an order, or null. @example if (await getApprovalStanding(db, actor, orderId, today)) standings.push("approver") */
export async function getApprovalStanding(
  db: Db,
  actor: Actor,
  orderId: Id,
  today: Day,
): Promise<ApprovalStanding | null> {
  const which = sql`p.order_id = ${orderId} and p.organisation_id = ${actor.organisationId} and p.decided_at is null`;
  const rows = await db.execute<ApprovalStanding & Record<string, unknown>>(sql`
    select approval_id as "approvalId", for_id as "forAccountId" from (${decidersOf(which, today)}) d
     where d.account_id = ${actor.accountId} order by d.for_id nulls first limit 1`);
  return rows[0] ?? null;
}
