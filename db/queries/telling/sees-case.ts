import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { getCasePlace } from "../case/case-place.ts";
import { caseVisibleTo, orderVisibleTo } from "../case/visible-cases.ts";

/** Whether an actor sees a case on a day. */
export async function seesCase(db: Db, actor: Actor, caseId: Id, today: Day): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from service_case c where c.id = ${caseId} and ${caseVisibleTo(actor, sql`c`, today)} limit 1`);
  return rows.length > 0;
}

/** The id of a case that an actor sees on a day, by its number; null where there is none that they see. */
export async function getVisibleCaseId(db: Db, actor: Actor, number: string, today: Day): Promise<Id | null> {
  const rows = await db.execute<{ id: Id }>(sql`
    select c.id from service_case c
     where c.number = ${number} and c.organisation_id = ${actor.organisationId}
       and ${caseVisibleTo(actor, sql`c`, today)} limit 1`);
  return rows[0]?.id ?? null;
}

/** Which orders of a case an actor sees on a day: of a case that several share, a supplier sees only their own. */
export async function listVisibleOrderIds(db: Db, actor: Actor, caseId: Id, today: Day): Promise<Set<Id>> {
  const rows = await db.execute<{ id: Id }>(sql`
    select o.id from service_order o where o.case_id = ${caseId} and ${orderVisibleTo(actor, sql`o`, today)}`);
  return new Set(rows.map(({ id }) => id));
}

/** Whether anything was made known of a case since an instant. For whoever has established that it is seen. */
export async function hasEventSince(db: Db, caseId: Id, since: Date): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from case_event where case_id = ${caseId} and recorded_at > ${since.toISOString()}::timestamptz limit 1`);
  return rows.length > 0;
}

/**
 * Whether an actor may still follow a case that is not theirs to see: of a place where they could have asked themselves,
 * and not of a protected unit.
 */
export async function mayFollowFromAfar(db: Db, actor: Actor, caseId: Id, today: Day): Promise<boolean> {
  const [found] = await db.execute<{ buildingId: Id }>(sql`
    select c.building_id as "buildingId" from service_case c left join unit u on u.id = c.unit_id
     where c.id = ${caseId} and c.organisation_id = ${actor.organisationId} and not coalesce(u.is_protected, false)`);
  if (!found) return false;
  return (await getCasePlace(db, actor, { buildingId: found.buildingId, spaceId: null }, today)) !== null;
}
