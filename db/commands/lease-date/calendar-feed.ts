import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { calendarFeed } from "#db/schema/index.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { hashSecret, newSecret } from "../../secrets/secret.ts";
import { recordChange } from "../record-change.ts";

/** What a feed holds: what is one's own to see to, or all that one may read. */
export interface FeedForm {
  reach: "own" | "all";
  locale: "da" | "en";
}

/** So many calendars a person has at once; one more is a sign that old ones were forgotten. */
const mostFeeds = 5;

/** Makes an address for a calendar program and returns its secret: the only time it is seen. */
export async function makeFeed(
  db: Db,
  actor: Actor,
  form: FeedForm,
  now: Date,
): Promise<Result<string, "notAllowed" | "tooMany">> {
  if (!may(actor, "leases", "read")) return refused("notAllowed");
  const { accountId, organisationId } = actor;
  return db.transaction(async (tx) => {
    const live = await tx.execute(sql`
      select 1 from calendar_feed where account_id = ${accountId} and revoked_at is null`);
    if (live.length >= mostFeeds) return refused("tooMany");
    const secret = newSecret();
    const id = newId();
    await tx.insert(calendarFeed).values({
      ...{ id, organisationId, accountId, tokenHash: hashSecret(secret), createdAt: now },
      ...form,
    });
    await recordChange(tx, actor, {
      ...{ action: "create", entity: "calendarFeed", entityId: id },
      changes: { reach: { from: null, to: form.reach } },
    });
    return done(secret);
  });
}

/** Closes an address of one's own for good; whoever still has it finds nothing there. */
export async function revokeFeed(db: Db, actor: Actor, id: Id, now: Date): Promise<Result<null, "notFound">> {
  return db.transaction(async (tx) => {
    const revoked = await tx.execute(sql`
      update calendar_feed set revoked_at = ${now.toISOString()}::timestamptz
       where id = ${id} and account_id = ${actor.accountId} and organisation_id = ${actor.organisationId}
         and revoked_at is null
      returning 1`);
    if (revoked.length === 0) return refused("notFound");
    await recordChange(tx, actor, {
      ...{ action: "revoke", entity: "calendarFeed", entityId: id },
      changes: { revoked: { from: false, to: true } },
    });
    return done(null);
  });
}
