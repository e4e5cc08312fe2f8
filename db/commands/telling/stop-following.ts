import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";

/** Ends the following that a link in a mail names. True where it has ended, now or before. */
export async function stopFollowing(db: Db, followerId: Id, now: Date): Promise<boolean> {
  const rows = await db.execute(sql`
    update case_follower set stopped_at = coalesce(stopped_at, ${now.toISOString()}::timestamptz)
     where id = ${followerId} returning 1`);
  return rows.length > 0;
}
