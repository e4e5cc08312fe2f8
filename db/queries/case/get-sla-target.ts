import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import { usualTargets, type Priority, type SlaTarget } from "#domain/order/sla.ts";

/** The order whose promise is asked for; the rule or the service says which set of targets it is held to. */
interface Promised {
  organisationId: Id;
  ruleId: Id | null;
  serviceCode: string | null;
  priority: number;
}

/**
 * The target an order is held to: that of its service or rule, for its priority, on the day it begins. Where no target
 * is kept, the usual one.
 */
export async function getSlaTarget(db: Db, order: Promised, from: Date): Promise<SlaTarget> {
  const day = sql`(${from.toISOString()}::timestamptz at time zone 'Europe/Copenhagen')::date`;
  const rows = await db.execute<SlaTarget & Record<string, unknown>>(sql`
    select s.respond_minutes as "respondMinutes", s.resolve_minutes as "resolveMinutes",
           s.is_round_the_clock as "isRoundTheClock"
      from sla_target s
     where s.organisation_id = ${order.organisationId} and s.priority = ${order.priority}
       and s.valid_from <= ${day} and (s.valid_to is null or s.valid_to > ${day})
       and s.code = coalesce(
         (select v.sla_code from service_version v
           where v.organisation_id = ${order.organisationId} and v.service_code = ${order.serviceCode}
             and v.valid_from <= ${day} and (v.valid_to is null or v.valid_to > ${day})),
         (select r.sla_code from responsibility_rule r where r.id = ${order.ruleId}),
         'standard')`);
  return rows[0] ?? usualTargets[order.priority as Priority];
}
