import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { councilMeeting, councilSeat } from "#db/schema/index.ts";
import { hasRole, type Actor } from "#domain/actor.ts";
import { dayAt, parseDay } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { councilPartsOf } from "#db/queries/council/council-parts.ts";
import { recordChange } from "../record-change.ts";

/** Names somebody to the council, with who stands in; whoever holds the chair, or the same seat, gives it up that day. */
export async function seatInCouncil(
  db: Db,
  actor: Actor,
  {
    accountId,
    deputyAccountId,
    seat,
  }: { accountId: Id; deputyAccountId: Id | null; seat: "chair" | "member" },
  now: Date,
): Promise<Result<Id, "notAllowed" | "noAccount">> {
  if (!hasRole(actor, "administrator")) return refused("notAllowed");
  const today = dayAt(now);
  return db.transaction(async (tx) => {
    const wanted = [accountId, ...(deputyAccountId ? [deputyAccountId] : [])];
    if (deputyAccountId === accountId) return refused("noAccount");
    for (const id of wanted) {
      const found = await tx.execute(sql`
        select 1 from account where id = ${id}::uuid and organisation_id = ${actor.organisationId} and disabled_at is null`);
      if (found.length === 0) return refused("noAccount");
    }
    const isReplaced = sql`organisation_id = ${actor.organisationId} and (valid_to is null or valid_to > ${today}::date)
      and (account_id = ${accountId}::uuid or (seat = 'chair' and ${seat}::text = 'chair'))`;
    await tx.execute(sql`delete from council_seat where ${isReplaced} and valid_from >= ${today}::date`);
    await tx.execute(sql`update council_seat set valid_to = ${today}::date where ${isReplaced}`);
    const id = newId();
    await tx.insert(councilSeat).values({
      ...{ id, organisationId: actor.organisationId, accountId, deputyAccountId, seat, validFrom: today },
    });
    await recordChange(tx, actor, {
      ...{ action: "seat", entity: "councilSeat", entityId: id },
      changes: { accountId: { from: null, to: accountId }, seat: { from: null, to: seat } },
    });
    return done(id);
  });
}

/** Sets the day of a meeting of the council; named twice it is one meeting. */
export async function setCouncilMeeting(
  db: Db,
  actor: Actor,
  { heldOn, place }: { heldOn: string; place: string },
  now: Date,
): Promise<Result<Id, "notAllowed" | "notADay">> {
  const day = parseDay(heldOn);
  if (!day) return refused("notADay");
  return db.transaction(async (tx) => {
    const parts = await councilPartsOf(tx, actor, dayAt(now));
    if (!parts.includes("chair") && !parts.includes("planner") && !hasRole(actor, "administrator"))
      return refused("notAllowed");
    const [row] = await tx
      .insert(councilMeeting)
      .values({
        id: newId(),
        organisationId: actor.organisationId,
        heldOn: day,
        place: place.trim().slice(0, 200),
      })
      .onConflictDoUpdate({
        target: [councilMeeting.organisationId, councilMeeting.heldOn],
        set: { place: place.trim().slice(0, 200) },
      })
      .returning({ id: councilMeeting.id });
    await recordChange(tx, actor, {
      ...{ action: "set", entity: "councilMeeting", entityId: row!.id },
      changes: { heldOn: { from: null, to: day } },
    });
    return done(row!.id);
  });
}
