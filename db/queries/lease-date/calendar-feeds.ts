import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";

/** An address that a person's calendar program follows. */
export interface CalendarFeed {
  id: Id;
  reach: "own" | "all";
  createdAt: string;
  readAt: string | null;
}

/** The actor's own addresses that are open, the newest first. */
export async function listFeeds(db: Db, actor: Actor): Promise<CalendarFeed[]> {
  const rows = await db.execute<CalendarFeed & Record<string, unknown>>(sql`
    select id, reach, created_at as "createdAt", read_at as "readAt" from calendar_feed
     where account_id = ${actor.accountId} and organisation_id = ${actor.organisationId} and revoked_at is null
     order by created_at desc, id limit 50`);
  return [...rows];
}

/** Whose feed an address is, and what it holds; null where it is closed or was never made. Notes the hour it was read. */
export async function getFeedByToken(
  db: Db,
  tokenHash: Buffer,
  now: Date,
): Promise<{ accountId: Id; reach: "own" | "all"; locale: "da" | "en" } | null> {
  const at = now.toISOString();
  const [feed] = await db.execute<{ accountId: Id; reach: "own" | "all"; locale: "da" | "en" }>(sql`
    with touched as (
      update calendar_feed set read_at = ${at}::timestamptz
       where token_hash = ${tokenHash} and revoked_at is null
         and (read_at is null or read_at < ${at}::timestamptz - interval '1 hour')
      returning 1)
    select account_id as "accountId", reach, locale from calendar_feed
     where token_hash = ${tokenHash} and revoked_at is null`);
  return feed ?? null;
}
