import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";

/** Notes that someone has a case before them now: what happened until here is no longer marked as new. */
export async function noteCaseSeen(db: Db, actor: Actor, caseId: Id, now: Date): Promise<void> {
  await db.execute(sql`
    insert into case_seen (account_id, case_id, organisation_id, seen_at)
    values (${actor.accountId}, ${caseId}, ${actor.organisationId}, ${now.toISOString()}::timestamptz)
    on conflict (account_id, case_id) do update set seen_at = greatest(case_seen.seen_at, excluded.seen_at)`);
}
