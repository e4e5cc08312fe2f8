import { sql } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import { passwordFault } from "#domain/password.ts";
import type { PasswordFault } from "#domain/password.ts";
import type { Result } from "#domain/result.ts";
import { done, refused } from "#domain/result.ts";
import type { Db } from "../client.server.ts";
import { getCredential } from "../queries/account-credential.ts";
import { hashPassword, verifyPassword } from "../secrets/password-hash.ts";
import { forgiveRate, limitRate } from "./limit-rate.ts";
import { recordChange } from "./record-change.ts";

export interface PasswordChange {
  current: string;
  next: string;
  /** The hash in hex of the session that asks: the only one that stays. */
  keepSession: string | null;
}

export type PasswordRefusal = PasswordFault | "wrongCurrent" | "tooMany" | "demo" | "unchanged";

const GUESSES = { limit: 10, windowSeconds: 15 * 60 };

/** Changes one's own password and ends every other session. The demo's passwords are public, so they stay. */
export async function changePassword(
  db: Db,
  actor: Actor,
  change: PasswordChange,
  now: Date,
): Promise<Result<null, PasswordRefusal>> {
  const credential = await getCredential(db, { accountId: actor.accountId });
  if (!credential) return refused("wrongCurrent");
  if (credential.isDemo) return refused("demo");
  const key = `change-password:${actor.accountId}`;
  if (!(await limitRate(db, key, GUESSES, now)).isAllowed) return refused("tooMany");
  if (!(await verifyPassword(credential.passwordHash, change.current))) return refused("wrongCurrent");
  await forgiveRate(db, key);
  const fault = passwordFault(change.next, actor.email);
  if (fault) return refused(fault);
  if (change.next === change.current) return refused("unchanged");
  const passwordHash = await hashPassword(change.next);
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      update account set password_hash = ${passwordHash}, must_change_password = false
       where id = ${actor.accountId} and organisation_id = ${actor.organisationId}`);
    await tx.execute(sql`
      delete from session where account_id = ${actor.accountId} and organisation_id = ${actor.organisationId}
         and encode(token_hash, 'hex') <> ${change.keepSession ?? ""}`);
    await recordChange(tx, actor, {
      action: "changePassword",
      entity: "account",
      entityId: actor.accountId,
    });
  });
  return done(null);
}
