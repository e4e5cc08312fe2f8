import { sql } from "drizzle-orm";
import type { Db } from "../client.server.ts";

/** How many attempts a key has within a window. */
export interface RateLimit {
  limit: number;
  windowSeconds: number;
}

export interface RateVerdict {
  isAllowed: boolean;
  /** Seconds until the window is over; 0 where the attempt is allowed. */
  retryAfterSeconds: number;
}

/**
 * Counts an attempt and says whether it is within the limit. One statement, so attempts at the same moment are counted
 * one by one: of twenty at once against a limit of five, exactly five pass.
 */
export async function limitRate(db: Db, key: string, rate: RateLimit, now: Date): Promise<RateVerdict> {
  const at = now.toISOString();
  const since = new Date(now.getTime() - rate.windowSeconds * 1000).toISOString();
  const rows = await db.execute<{ hits: number; window_started_at: string }>(sql`
    insert into rate_limit as r (key, window_started_at, hits) values (${key}, ${at}, 1)
    on conflict (key) do update set
      hits = case when r.window_started_at <= ${since}::timestamptz then 1 else r.hits + 1 end,
      window_started_at = case when r.window_started_at <= ${since}::timestamptz then ${at}::timestamptz
                               else r.window_started_at end
    returning hits, window_started_at`);
  const row = rows[0]!;
  if (row.hits <= rate.limit) return { isAllowed: true, retryAfterSeconds: 0 };
  const endsAt = new Date(row.window_started_at).getTime() + rate.windowSeconds * 1000;
  return { isAllowed: false, retryAfterSeconds: Math.max(1, Math.ceil((endsAt - now.getTime()) / 1000)) };
}

/** Takes an attempt back: a right password is no guess, so it does not count against the next. */
export async function forgiveRate(db: Db, key: string): Promise<void> {
  await db.execute(sql`update rate_limit set hits = greatest(hits - 1, 0) where key = ${key}`);
}
