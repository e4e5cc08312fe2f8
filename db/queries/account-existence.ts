import { sql } from "drizzle-orm";
import type { Db } from "../client.server.ts";

/** Whether anybody has an account yet; where nobody has, the system waits to be set up. */
export async function hasAnyAccount(db: Db): Promise<boolean> {
  const rows = await db.execute<{ exists: boolean }>(sql`select exists (select 1 from account) as exists`);
  return rows[0]!.exists;
}

/** Whether the accounts are the demo's, which may be shown to everyone. */
export async function isDemo(db: Db): Promise<boolean> {
  const rows = await db.execute<{ exists: boolean }>(sql`
    select exists (select 1 from organisation where demo_seed is not null) as exists`);
  return rows[0]!.exists;
}
