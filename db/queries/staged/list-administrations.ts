import { sql } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { Db } from "../../client.server.ts";

/** The organisation's administrations by name: who can answer for a building. */
export async function listAdministrations(
  db: Db,
  { organisationId }: Pick<Actor, "organisationId">,
): Promise<{ id: Id; name: string }[]> {
  const rows = await db.execute<{ id: Id; name: string }>(sql`
    select id, name from administration where organisation_id = ${organisationId}
     order by danish_order(name), id limit 100`);
  return [...rows];
}
