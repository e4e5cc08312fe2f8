import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";
import type { ResponsibilityQuestion } from "#domain/responsibility/responsibility-rule.ts";

/** What nobody answered, and where it was met last. */
export type MetGap = Pick<ResponsibilityQuestion, "itemCode" | "location" | "cause" | "tenure"> & {
  buildingId?: Id | null;
};

/**
 * Notes that the matrix did not answer: an open gap of the same item, place, cause and tenure is counted up, else a new
 * one begins. Safe to call from many at once. Nothing is audited: nobody decided anything.
 * @example const { number } = await noteGap(tx, organisationId, { ...found.asked, buildingId }, now);
 */
export async function noteGap(
  db: Db,
  organisationId: Id,
  { itemCode, location, cause, tenure, buildingId = null }: MetGap,
  now: Date,
): Promise<{ id: Id; number: number }> {
  const at = now.toISOString();
  const rows = await db.execute<{ id: Id; number: number }>(sql`
    insert into responsibility_gap as g
      (id, organisation_id, item_code, location, cause, tenure, building_id, first_met_at, last_met_at)
    values (${newId()}, ${organisationId}, ${itemCode}, ${location}, ${cause}, ${tenure}, ${buildingId}::uuid,
            ${at}::timestamptz, ${at}::timestamptz)
    on conflict (organisation_id, item_code, location, cause, tenure) where closed_at is null do update set
      times_met = g.times_met + 1, last_met_at = greatest(g.last_met_at, excluded.last_met_at),
      building_id = coalesce(excluded.building_id, g.building_id)
    returning g.id, g.number`);
  return rows[0]!;
}
