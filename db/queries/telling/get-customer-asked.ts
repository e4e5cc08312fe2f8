import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";

/** A question that still waits for whoever asked; its words are left out where the place is protected. */
export interface CustomerAsked {
  caseId: Id;
  number: string;
  reason: string;
  askedBy: Id | null;
  askerEmail: string | null;
  qrCodeId: Id | null;
  sendingKey: string;
}

/** The question of an event, while its order waits for an answer to it and to no later one; else null. */
export async function getCustomerAsked(
  db: Db,
  organisationId: Id,
  eventId: Id,
): Promise<CustomerAsked | null> {
  const [row] = await db.execute<CustomerAsked & Record<string, unknown>>(sql`
    select c.id as "caseId", c.number, c.asked_by as "askedBy", c.asker_email as "askerEmail",
           c.qr_code_id as "qrCodeId", c.idempotency_key as "sendingKey",
           case when coalesce(u.is_protected, false) then '' else e.reason end as reason
      from case_event e join service_order o on o.id = e.order_id join service_case c on c.id = e.case_id
      left join unit u on u.id = c.unit_id
     where e.id = ${eventId} and e.organisation_id = ${organisationId} and o.state = 'awaitingCustomer'
       and not exists (select 1 from case_event n where n.order_id = e.order_id and n.event = 'askCustomer'
             and (n.recorded_at, n.id) > (e.recorded_at, e.id))`);
  return row ?? null;
}
