import { sql } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import type { Db } from "../client.server.ts";

export interface OwnSession {
  /** The hash of the session's secret in hex: it names the session and opens nothing. */
  hash: string;
  device: string;
  startedAt: Date;
  seenAt: Date;
}

interface SessionRow extends Record<string, unknown> {
  hash: string;
  device: string;
  created_at: string;
  seen_at: string;
}

/** The actor's own sessions that are alive at an instant, the last used first; at most fifty. */
export async function listOwnSessions(db: Db, actor: Actor, now: Date): Promise<OwnSession[]> {
  const rows = await db.execute<SessionRow>(sql`
    select encode(token_hash, 'hex') as hash, device, created_at, seen_at from session
     where account_id = ${actor.accountId} and organisation_id = ${actor.organisationId}
       and expires_at > ${now.toISOString()}::timestamptz
     order by seen_at desc, token_hash limit 50`);
  return rows.map((row) => ({
    ...{ hash: row.hash, device: row.device },
    ...{ startedAt: new Date(row.created_at), seenAt: new Date(row.seen_at) },
  }));
}
