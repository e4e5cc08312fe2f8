import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

/**
 * Takes a service out of the catalogue from a day, today or later, or (null) brings it back. Orders already sent go on;
 * recurring ones make no more from that day.
 */
export async function withdrawService(
  db: Db,
  actor: Actor,
  code: string,
  from: Day | null,
  today: Day,
): Promise<Result<null, "notAllowed" | "notFound" | "dayPassed">> {
  if (!may(actor, "services", "write")) return refused("notAllowed");
  if (from !== null && from < today) return refused("dayPassed");
  return db.transaction(async (tx) => {
    const [before] = await tx.execute<{ withdrawnOn: Day | null }>(sql`
      select withdrawn_on as "withdrawnOn" from service
       where organisation_id = ${actor.organisationId} and code = ${code} for update`);
    if (!before) return refused("notFound");
    if (before.withdrawnOn === from) return done(null);
    await tx.execute(sql`update service set withdrawn_on = ${from}::date
      where organisation_id = ${actor.organisationId} and code = ${code}`);
    await recordChange(tx, actor, {
      ...{ action: from === null ? "restore" : "withdraw", entity: "service", entityId: null },
      changes: {
        code: { from: code, to: code },
        withdrawnOn: { from: before.withdrawnOn, to: from },
      },
    });
    return done(null);
  });
}
