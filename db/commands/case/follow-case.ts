import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getCasePlace } from "#db/queries/case/case-place.ts";
import { caseVisibleTo } from "#db/queries/case/visible-cases.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";

/**
 * Follows a case, or stops. One may follow what one sees, and what was reported in a building where one could have
 * reported it oneself: then its state is told, and nothing of what another unit wrote. Following twice is following.
 */
export async function followCase(
  db: Db,
  actor: Actor,
  caseId: Id,
  follows: boolean,
  now: Date,
): Promise<Result<null, "notFound">> {
  return db.transaction(async (tx) => {
    const today = dayAt(now);
    const [found] = await tx.execute<{ buildingId: Id; isVisible: boolean; isHidden: boolean }>(sql`
      select c.building_id as "buildingId", ${caseVisibleTo(actor, sql`c`, today)} as "isVisible",
             coalesce(u.is_protected, false) as "isHidden"
        from service_case c left join unit u on u.id = c.unit_id
       where c.id = ${caseId} and c.organisation_id = ${actor.organisationId}`);
    if (!found) return refused("notFound");
    const { buildingId, isVisible, isHidden } = found;
    const mayFollow =
      isVisible ||
      (!isHidden && (await getCasePlace(tx, actor, { buildingId, spaceId: null }, today)) !== null);
    if (follows && !mayFollow) return refused("notFound");
    const at = now.toISOString();
    await tx.execute(
      follows
        ? sql`insert into case_follower (id, organisation_id, case_id, account_id, created_at)
              values (${newId()}, ${actor.organisationId}, ${caseId}, ${actor.accountId}, ${at}::timestamptz)
              on conflict (case_id, account_id) where account_id is not null do update set stopped_at = null`
        : sql`update case_follower set stopped_at = ${at}::timestamptz
               where case_id = ${caseId} and account_id = ${actor.accountId} and stopped_at is null`,
    );
    return done(null);
  });
}
