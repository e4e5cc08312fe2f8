import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { writesAll } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { parseDay, type Day } from "#domain/day.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

/** Notes that the committee meets on a day, from which the next status counts its trend; noted twice it is one meeting. */
export async function noteMeeting(
  db: Db,
  actor: Actor,
  typed: string,
): Promise<Result<Day, "notAllowed" | "notADay">> {
  if (!writesAll(actor, "leases")) return refused("notAllowed");
  const heldOn = parseDay(typed);
  if (!heldOn) return refused("notADay");
  return db.transaction(async (tx) => {
    const rows = await tx.execute(sql`
      insert into committee_meeting (organisation_id, held_on, noted_by)
      values (${actor.organisationId}, ${heldOn}::date, ${actor.accountId}) on conflict do nothing returning held_on`);
    if (rows.length > 0)
      await recordChange(tx, actor, {
        ...{ action: "create", entity: "committeeMeeting", entityId: null },
        changes: { heldOn: { from: null, to: heldOn } },
      });
    return done(heldOn);
  });
}
