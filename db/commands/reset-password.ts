import { sql } from "drizzle-orm";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { Result } from "#domain/result.ts";
import { done, refused } from "#domain/result.ts";
import type { Db } from "../client.server.ts";
import { hashPassword, newOneTimePassword } from "../secrets/password-hash.ts";
import type { HandedOut } from "./create-account.ts";
import { recordChange } from "./record-change.ts";

/**
 * Replaces a password by one to hand over, which its owner must change; ends the account's sessions and revokes its
 * tokens, since the old password may be in wrong hands. Administrators only; the demo's public passwords stay.
 */
export async function resetPassword(
  db: Db,
  actor: Actor,
  accountId: Id,
  now: Date,
): Promise<Result<HandedOut, "notAllowed" | "unknownAccount">> {
  if (!may(actor, "people", "write")) return refused("notAllowed");
  const oneTimePassword = newOneTimePassword();
  const passwordHash = await hashPassword(oneTimePassword);
  return db.transaction(async (tx) => {
    const changed = await tx.execute(sql`
      update account set password_hash = ${passwordHash}, must_change_password = true
       where id = ${accountId} and organisation_id = ${actor.organisationId} and not is_demo returning 1`);
    if (changed.length === 0) return refused("unknownAccount");
    await tx.execute(sql`delete from session where account_id = ${accountId}`);
    await tx.execute(sql`
      update api_token set revoked_at = ${now.toISOString()}::timestamptz
       where account_id = ${accountId} and revoked_at is null`);
    await recordChange(tx, actor, { action: "resetPassword", entity: "account", entityId: accountId });
    return done({ accountId, oneTimePassword });
  });
}
