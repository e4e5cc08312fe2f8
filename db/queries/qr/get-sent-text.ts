import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";

/** What was sent by a code under a key before, or null: a form that is sent twice is one. */
export async function getSentText(db: Db, codeId: Id, key: string): Promise<string | null> {
  const [row] = await db.execute<{ text: string }>(sql`
    select text from service_case
     where qr_code_id = ${codeId} and sender = ${`qr:${codeId}`} and idempotency_key = ${key}`);
  return row?.text ?? null;
}
