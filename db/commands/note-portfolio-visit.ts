import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";

/**
 * Notes that the actor looks at the portfolio now, and returns when they last did; null the first time. It changes
 * nothing that others see, so the record of changes leaves it out.
 */
export async function notePortfolioVisit(db: Db, actor: Actor, now: Date): Promise<Date | null> {
  const rows = await db.execute<{ before: Date | string | null }>(sql`
    with before as (
      select id, portfolio_seen_at from account
       where id = ${actor.accountId} and organisation_id = ${actor.organisationId} for update
    )
    update account a set portfolio_seen_at = ${now.toISOString()}::timestamptz from before b where a.id = b.id
    returning b.portfolio_seen_at as before`);
  const before = rows[0]?.before ?? null;
  return before === null ? null : new Date(before);
}
