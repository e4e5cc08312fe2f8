import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { uuidArray } from "#db/sql-arrays.ts";
import type { Id } from "#domain/id.ts";

/** What mails say of a case. `place` is empty where it is protected: mail travels open. */
export interface CaseHead {
  id: Id;
  organisationId: Id;
  number: string;
  place: string;
  isProtected: boolean;
  /** The code it came by and the key of its sending, from which its private link is made; null for other cases. */
  qrCodeId: Id | null;
  sendingKey: string;
}

/** One event in the words' raw material. Names are those of the order's item or service. */
export interface NewsEvent {
  id: Id;
  orderId: Id | null;
  event: string;
  reason: string;
  payload: Record<string, unknown>;
  accountId: Id | null;
  actorName: string;
  isInternal: boolean;
  happenedAt: string;
  subjectDa: string | null;
  subjectEn: string | null;
  nextOwner: string;
}

export async function getCaseHead(db: Db, organisationId: Id, caseId: Id): Promise<CaseHead | null> {
  const rows = await db.execute<CaseHead & Record<string, unknown>>(sql`
    select c.id, c.organisation_id as "organisationId", c.number, c.qr_code_id as "qrCodeId", c.idempotency_key as "sendingKey",
           coalesce(u.is_protected, false) as "isProtected",
           case when coalesce(u.is_protected, false) then '' else concat_ws(', ', b.name, coalesce(s.name, s.number)) end as place
      from service_case c
      join building b on b.id = c.building_id
      left join space s on s.id = c.space_id
      left join unit u on u.id = c.unit_id
     where c.id = ${caseId} and c.organisation_id = ${organisationId} limit 1`);
  return rows[0] ?? null;
}

/** The events named, oldest first. */
export async function listNewsEvents(
  db: Db,
  organisationId: Id,
  eventIds: readonly Id[],
): Promise<NewsEvent[]> {
  return [
    ...(await db.execute<NewsEvent & Record<string, unknown>>(sql`
      select e.id, e.order_id as "orderId", e.event, e.reason, e.payload, e.account_id as "accountId", e.actor_name as "actorName",
             e.is_internal as "isInternal", e.happened_at as "happenedAt",
             coalesce(i.name_da, v.name_da) as "subjectDa", coalesce(i.name_en, v.name_en) as "subjectEn",
             coalesce(o.next_owner, '') as "nextOwner"
        from case_event e
        left join service_order o on o.id = e.order_id
        left join facility_item i on i.organisation_id = o.organisation_id and i.code = o.item_code
        left join service v on v.organisation_id = o.organisation_id and v.code = o.service_code
       where e.id = any (${uuidArray(eventIds)}) and e.organisation_id = ${organisationId}
       order by e.happened_at, e.id limit 100`)),
  ];
}
