import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { recordChange } from "../record-change.ts";

/** Lets what was given up, or waits after an error, be tried again now, with all its attempts. False where it is not there. */
export async function retryWork(db: Db, actor: Actor, id: Id, now: Date): Promise<boolean> {
  if (!may(actor, "settings", "write")) return false;
  return db.transaction(async (tx) => {
    const [row] = await tx.execute<{ kind: string }>(sql`
      update outbox set gave_up_at = null, attempts = 0, due_at = ${now.toISOString()}::timestamptz
       where id = ${id} and organisation_id = ${actor.organisationId} and done_at is null and last_error <> ''
      returning kind`);
    if (!row) return false;
    await recordChange(tx, actor, {
      ...{ action: "retry", entity: "outbox", entityId: id },
      changes: { kind: { from: row.kind, to: row.kind } },
    });
    return true;
  });
}
