import { account } from "#db/schema/index.ts";
import { may } from "#domain/access.ts";
import type { AccountForm } from "#domain/account-form.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";
import type { Result } from "#domain/result.ts";
import { done, refused } from "#domain/result.ts";
import type { Db } from "../client.server.ts";
import { hashPassword, newOneTimePassword } from "../secrets/password-hash.ts";
import { insertGrant, isKnownScope } from "./grant-role.ts";
import { recordChange } from "./record-change.ts";

export interface HandedOut {
  accountId: Id;
  /** Shown once to the administrator; its owner replaces it on first signing in. */
  oneTimePassword: string;
}

/** Creates an account with one role, and a password to hand over. Administrators only. */
export async function createAccount(
  db: Db,
  actor: Actor,
  form: AccountForm,
  today: Day,
): Promise<Result<HandedOut, "notAllowed" | "emailTaken" | "unknownScope">> {
  if (!may(actor, "people", "write")) return refused("notAllowed");
  const oneTimePassword = newOneTimePassword();
  const passwordHash = await hashPassword(oneTimePassword);
  const { email, name, ...grant } = form;
  const accountId = newId();
  return db.transaction(async (tx) => {
    if (!(await isKnownScope(tx, actor, grant))) return refused("unknownScope");
    const made = await tx
      .insert(account)
      .values({
        id: accountId,
        organisationId: actor.organisationId,
        email,
        name,
        passwordHash,
        mustChangePassword: true,
      })
      .onConflictDoNothing()
      .returning({ id: account.id });
    if (made.length === 0) return refused("emailTaken");
    await insertGrant(tx, actor.organisationId, accountId, grant, today);
    await recordChange(tx, actor, {
      ...{ action: "create", entity: "account", entityId: accountId },
      changes: {
        email: { from: null, to: email },
        name: { from: null, to: name },
        grants: { from: [], to: [grant] },
      },
    });
    return done({ accountId, oneTimePassword });
  });
}
