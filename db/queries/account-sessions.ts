import { sql } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import type { Db } from "../client.server.ts";

export interface OwnSession {
  /** The hash of the session's secret in hex: it names the session and opens nothing. */
  hash: string;
  device: string;
  /** ISO instants. */
  startedAt: string;
  seenAt: string;
}

/** The actor's own sessions that are alive at an instant, the last used first; at most fifty. */
export async function listOwnSessions(db: Db, actor: Actor, now: Date): Promise<OwnSession[]> {
  const rows = await db.execute<OwnSession & Record<string, unknown>>(sql`
    select encode(token_hash, 'hex') as hash, device, created_at as "startedAt", seen_at as "seenAt" from session
     where account_id = ${actor.accountId} and organisation_id = ${actor.organisationId}
       and expires_at > ${now.toISOString()}::timestamptz
     order by session.seen_at desc, token_hash limit 50`);
  return [...rows];
}
