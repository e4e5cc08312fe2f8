import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { waitAfter } from "#domain/work/retry.ts";
import type { ClaimedWork } from "./claim-work.ts";

const mostErrorCharacters = 1000;

/** Ours still: nobody has claimed it after our lease ran out. */
const stillOurs = (work: ClaimedWork): SQL =>
  sql`id = ${work.id} and attempts = ${work.attempts} and done_at is null and gave_up_at is null`;

/**
 * Notes that work is done; false where somebody else has taken it over meanwhile. Called first in the transaction of
 * work that writes only here, it holds the row until the rest is written too.
 */
export async function finishWork(db: Db, work: ClaimedWork, now: Date): Promise<boolean> {
  const rows = await db.execute(sql`
    update outbox set done_at = ${now.toISOString()}::timestamptz, last_error = '' where ${stillOurs(work)} returning 1`);
  return rows.length > 0;
}

/** Keeps the error and puts the work off, or gives it up after the last attempt. Says which. */
export async function failWork(
  db: Db,
  work: ClaimedWork,
  error: string,
  now: Date,
): Promise<"later" | "givenUp"> {
  const waitMs = waitAfter(work.attempts);
  const words = error.slice(0, mostErrorCharacters) || "?";
  const dueAt = new Date(now.getTime() + (waitMs ?? 0)).toISOString();
  const gaveUpAt = waitMs === null ? now.toISOString() : null;
  await db.execute(sql`
    update outbox set last_error = ${words}, due_at = ${dueAt}::timestamptz, gave_up_at = ${gaveUpAt}::timestamptz
     where ${stillOurs(work)}`);
  return waitMs === null ? "givenUp" : "later";
}
