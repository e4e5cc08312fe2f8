import { sql } from "drizzle-orm";
import type { Db } from "../client.server.ts";

/** Which of these sessions (hashes in hex) are alive at an instant. Looking is not using: their end does not move. */
export async function listLiveSessions(db: Db, hashes: readonly string[], now: Date): Promise<Set<string>> {
  const rows = await db.execute<{ hash: string }>(sql`
    select encode(s.token_hash, 'hex') as hash
      from session s join account a on a.id = s.account_id and a.disabled_at is null
     where s.token_hash in (select decode(h, 'hex') from unnest(${`{${hashes.join(",")}}`}::text[]) as h)
       and s.expires_at > ${now.toISOString()}::timestamptz`);
  return new Set(rows.map((row) => row.hash));
}
