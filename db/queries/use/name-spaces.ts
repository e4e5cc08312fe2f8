import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { uuidArray } from "../../sql-arrays.ts";

/** What spaces of a building are called: number, and name where there is one. The caller has made sure of the building. */
export async function nameSpaces(
  db: Db,
  actor: Actor,
  buildingId: Id,
  ids: Id[],
): Promise<Record<Id, string>> {
  const rows = await db.execute<{ id: Id; name: string }>(sql`
    select s.id, concat_ws(' ', s.number, s.name) as name from space s
     where s.organisation_id = ${actor.organisationId} and s.building_id = ${buildingId} and s.id = any (${uuidArray(ids)})
     order by s.id limit 2000`);
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
