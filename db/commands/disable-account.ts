import { sql } from "drizzle-orm";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Result } from "#domain/result.ts";
import { done, refused } from "#domain/result.ts";
import type { Db } from "../client.server.ts";
import { isLastAdministrator } from "./grant-role.ts";
import { recordChange } from "./record-change.ts";

export type DisableRefusal = "notAllowed" | "unknownAccount" | "lastAdministrator" | "ownAccount";

/**
 * Closes an account, which ends its sessions at once, or opens it again. Administrators only; never one's own, and never
 * the last administrator's. What the person did stays on record.
 */
export async function setAccountDisabled(
  db: Db,
  actor: Actor,
  accountId: Id,
  isDisabled: boolean,
  now: Date,
): Promise<Result<null, DisableRefusal>> {
  if (!may(actor, "people", "write")) return refused("notAllowed");
  if (accountId === actor.accountId) return refused("ownAccount");
  return db.transaction(async (tx) => {
    if (isDisabled && (await isLastAdministrator(tx, actor, accountId, dayAt(now))))
      return refused("lastAdministrator");
    const changed = await tx.execute(sql`
      update account set disabled_at = ${isDisabled ? now.toISOString() : null}::timestamptz
       where id = ${accountId} and organisation_id = ${actor.organisationId} returning 1`);
    if (changed.length === 0) return refused("unknownAccount");
    if (isDisabled) await tx.execute(sql`delete from session where account_id = ${accountId}`);
    await recordChange(tx, actor, {
      ...{ action: isDisabled ? "disable" : "enable", entity: "account", entityId: accountId },
      changes: { disabled: { from: !isDisabled, to: isDisabled } },
    });
    return done(null);
  });
}
