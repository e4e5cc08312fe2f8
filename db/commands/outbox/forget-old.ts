import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";

const aDayMs = 24 * 60 * 60_000;
/** Done work is kept for a quarter, to be looked up; what is given up stays until someone has seen to it. */
const doneKeptMs = 90 * aDayMs;

/** Takes away what nobody asks for any more: limits whose window is long over, ended sessions, work done long ago. */
export async function forgetOld(db: Db, organisationId: Id, now: Date): Promise<void> {
  const before = (ms: number) => sql`${new Date(now.getTime() - ms).toISOString()}::timestamptz`;
  await db.execute(sql`delete from rate_limit where window_started_at < ${before(2 * aDayMs)}`);
  await db.execute(sql`
    delete from session where organisation_id = ${organisationId} and expires_at < ${before(aDayMs)}`);
  await db.execute(sql`
    delete from outbox where organisation_id = ${organisationId} and done_at < ${before(doneKeptMs)}`);
}
