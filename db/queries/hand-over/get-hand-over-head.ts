import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";

/** Who handed over, for work in the background: whether they still may see it is asked as themselves. */
export async function getHandOverHead(
  db: Db,
  organisationId: Id,
  id: Id,
): Promise<{ handedOverBy: Id } | null> {
  const [row] = await db.execute<{ handedOverBy: Id }>(sql`
    select handed_over_by as "handedOverBy" from hand_over
     where id = ${id}::uuid and organisation_id = ${organisationId}`);
  return row ?? null;
}
