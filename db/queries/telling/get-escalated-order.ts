import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import type { Escalation } from "#domain/order/escalation.ts";
import type { OrderState } from "#domain/order/order-state.ts";

/** What a mail about an escalated order says. */
export interface EscalatedOrder {
  caseId: Id;
  caseNumber: string;
  line: number;
  state: OrderState;
  escalation: Escalation;
  priority: number;
  respondBy: string | null;
  resolveBy: string | null;
  respondedAt: string | null;
  resolvedAt: string | null;
  teamName: string | null;
  subjectDa: string | null;
  subjectEn: string | null;
  place: string;
}

/** The order of an escalation, as it stands now. Of a protected place the mail says neither place nor kind. */
export async function getEscalatedOrder(
  db: Db,
  organisationId: Id,
  eventId: Id,
): Promise<EscalatedOrder | null> {
  const rows = await db.execute<EscalatedOrder & Record<string, unknown>>(sql`
    select c.id as "caseId", c.number as "caseNumber", o.line, o.state, e.payload->>'escalation' as escalation,
           o.priority, o.respond_by as "respondBy", o.resolve_by as "resolveBy", o.responded_at as "respondedAt",
           o.resolved_at as "resolvedAt", t.name as "teamName",
           case when u.is_protected then null else coalesce(i.name_da, v.name_da) end as "subjectDa",
           case when u.is_protected then null else coalesce(i.name_en, v.name_en) end as "subjectEn",
           case when u.is_protected then '' else b.name end as place
      from case_event e
      join service_order o on o.id = e.order_id
      join service_case c on c.id = o.case_id
      join building b on b.id = o.building_id
      left join team t on t.id = o.team_id
      left join unit u on u.id = o.unit_id
      left join facility_item i on i.organisation_id = o.organisation_id and i.code = o.item_code
      left join service v on v.organisation_id = o.organisation_id and v.code = o.service_code
     where e.id = ${eventId} and e.organisation_id = ${organisationId} limit 1`);
  return rows[0] ?? null;
}
