import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { caseVisibleTo } from "../case/visible-cases.ts";

/** Whether an actor sees a case on a day. */
export async function seesCase(db: Db, actor: Actor, caseId: Id, today: Day): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from service_case c where c.id = ${caseId} and ${caseVisibleTo(actor, sql`c`, today)} limit 1`);
  return rows.length > 0;
}
