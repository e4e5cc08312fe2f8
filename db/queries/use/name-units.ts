import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { uuidArray } from "../../sql-arrays.ts";
import { unitUseVisible } from "./hourly-use.ts";

/** What units are called, of those whose use the actor may read. */
export async function nameUnits(db: Db, actor: Actor, ids: Id[]): Promise<Record<Id, string>> {
  const rows = await db.execute<{ id: Id; name: string }>(sql`
    select u.id, u.name from unit u where u.id = any (${uuidArray([...new Set(ids)])}) and ${unitUseVisible(actor)}
     order by u.id limit 500`);
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
