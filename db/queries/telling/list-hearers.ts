import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";

/**
 * Someone who may hear of a case: an account, or an address without one. `followerId` where they follow of their own
 * will (and can stop); `team` hears of what is asked of those who do the work.
 */
export interface Hearer {
  as: "asker" | "follower" | "team";
  accountId: Id | null;
  email: string | null;
  followerId: Id | null;
}

/** The asker (unless she has stopped following) and everyone who follows, each once. */
export async function listHearers(db: Db, organisationId: Id, caseId: Id): Promise<Hearer[]> {
  return [
    ...(await db.execute<Hearer & Record<string, unknown>>(sql`
      select case when f.account_id = c.asked_by or lower(f.email) = lower(c.asker_email) then 'asker' else 'follower' end as "as",
             f.account_id as "accountId", f.email, f.id as "followerId"
        from case_follower f join service_case c on c.id = f.case_id
       where f.case_id = ${caseId} and f.organisation_id = ${organisationId} and f.stopped_at is null
      union all
      select 'asker', c.asked_by, case when c.asked_by is null then c.asker_email end, null
        from service_case c
       where c.id = ${caseId} and c.organisation_id = ${organisationId}
         and (c.asked_by is not null or c.asker_email is not null)
         and not exists (select 1 from case_follower f where f.case_id = c.id
               and (f.account_id = c.asked_by or lower(f.email) = lower(c.asker_email)))
      order by 1, 2, 3`)),
  ];
}

/** Who does the work of an order: whoever it is assigned to, or else the team's mailbox; of a case, of all its open orders. */
export async function listWorkers(
  db: Db,
  organisationId: Id,
  caseId: Id,
  orderId: Id | null,
): Promise<Hearer[]> {
  return [
    ...(await db.execute<Hearer & Record<string, unknown>>(sql`
      select distinct 'team' as "as", o.assigned_to as "accountId",
             case when o.assigned_to is null then t.email end as email, null::uuid as "followerId"
        from service_order o left join team t on t.id = o.team_id
       where o.case_id = ${caseId} and o.organisation_id = ${organisationId}
         and (${orderId}::uuid is null or o.id = ${orderId})
         and o.state not in ('closed', 'declined', 'duplicate', 'plannedInBacklog')
         and (o.assigned_to is not null or t.email is not null)
       order by 2, 3`)),
  ];
}
