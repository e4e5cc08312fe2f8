import { json } from "@remix-run/node";
import { grantTyped } from "#app/http/grant-typed.ts";
import { setAccountDisabled } from "#db/commands/disable-account.ts";
import type { DisableRefusal } from "#db/commands/disable-account.ts";
import { grantRole } from "#db/commands/grant-role.ts";
import type { GrantRefusal } from "#db/commands/grant-role.ts";
import { resetPassword } from "#db/commands/reset-password.ts";
import type { Db } from "#db/client.server.ts";
import { GrantForm } from "#domain/account-form.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** What came of a change to an account, for its page. */
export interface PersonAnswer {
  refusal: GrantRefusal | DisableRefusal | "notConfirmed" | null;
  /** What was typed into the grant form and is wrong with it. */
  typed: ReturnType<typeof grantTyped> | null;
  faults: string[];
  isSaved: boolean;
  oneTimePassword: string | null;
}

const answer = (part: Partial<PersonAnswer>, status = 200) =>
  json<PersonAnswer>(
    { refusal: null, typed: null, faults: [], isSaved: false, oneTimePassword: null, ...part },
    { status, headers: { "Cache-Control": "no-store" } },
  );

/** Does what the form's button says: a role, a new password, or closing and opening the account. */
export async function changePerson(db: Db, actor: Actor, accountId: Id, form: FormData) {
  const now = new Date();
  const intent = form.get("intent");
  if (intent === "grant") return changeGrant(db, actor, accountId, form, now);
  if (form.get("confirm") !== "yes") return answer({ refusal: "notConfirmed" }, 422);
  if (intent === "resetPassword") {
    const result = await resetPassword(db, actor, accountId, now);
    if (!result.ok) return answer({ refusal: result.refusal }, 422);
    return answer({ oneTimePassword: result.value.oneTimePassword });
  }
  const result = await setAccountDisabled(db, actor, accountId, intent === "disable", now);
  return result.ok ? answer({}) : answer({ refusal: result.refusal }, 422);
}

async function changeGrant(db: Db, actor: Actor, accountId: Id, form: FormData, now: Date) {
  const typed = grantTyped(form);
  const parsed = GrantForm.safeParse(typed);
  if (!parsed.success)
    return answer({ typed, faults: parsed.error.issues.map((issue) => issue.message) }, 422);
  const result = await grantRole(db, actor, accountId, parsed.data, dayAt(now));
  return result.ok ? answer({ isSaved: true }) : answer({ typed, refusal: result.refusal }, 422);
}
