import { sql } from "drizzle-orm";
import { accountGrant } from "#db/schema/index.ts";
import { may } from "#domain/access.ts";
import type { GrantForm } from "#domain/account-form.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";
import type { Result } from "#domain/result.ts";
import { done, refused } from "#domain/result.ts";
import type { Db } from "../client.server.ts";
import { uuidArray } from "../sql-arrays.ts";
import { recordChange } from "./record-change.ts";

export type GrantRefusal =
  "notAllowed" | "unknownAccount" | "unknownScope" | "ownDeputy" | "lastAdministrator";

/**
 * Gives an account one role with its reach from a day on; what it held before ends that day. Administrators only; the
 * last administrator keeps the role, and nobody is their own deputy.
 */
export async function grantRole(
  db: Db,
  actor: Actor,
  accountId: Id,
  form: GrantForm,
  today: Day,
): Promise<Result<null, GrantRefusal>> {
  if (!may(actor, "people", "write")) return refused("notAllowed");
  if (form.deputyAccountId === accountId) return refused("ownDeputy");
  return db.transaction(async (tx) => {
    if (!(await isKnownAccount(tx, actor, accountId))) return refused("unknownAccount");
    if (!(await isKnownScope(tx, actor, form))) return refused("unknownScope");
    if (form.role !== "administrator" && (await isLastAdministrator(tx, actor, accountId, today)))
      return refused("lastAdministrator");
    const before = await endGrants(tx, actor, accountId, today);
    await insertGrant(tx, actor.organisationId, accountId, form, today);
    await recordChange(tx, actor, {
      ...{ action: "grant", entity: "account", entityId: accountId },
      changes: { grants: { from: before, to: [form] } },
    });
    return done(null);
  });
}

/** Writes a grant as it stands, inside the transaction of a command that has judged it. */
export async function insertGrant(
  db: Db,
  organisationId: Id,
  accountId: Id,
  form: GrantForm,
  today: Day,
): Promise<void> {
  await db.insert(accountGrant).values({ id: newId(), organisationId, accountId, validFrom: today, ...form });
}

/** Whether every administration, unit and deputy of a grant is the organisation's own. */
export async function isKnownScope(
  db: Db,
  actor: Pick<Actor, "organisationId">,
  form: GrantForm,
): Promise<boolean> {
  const rows = await db.execute<{ known: boolean }>(sql`
    select (select count(*) from administration where organisation_id = ${actor.organisationId}
               and id = any (${uuidArray(form.administrationIds)})) = ${new Set(form.administrationIds).size}
       and (select count(*) from unit where organisation_id = ${actor.organisationId}
               and id = any (${uuidArray(form.unitIds)})) = ${new Set(form.unitIds).size}
       and (${form.deputyAccountId}::uuid is null or exists (select 1 from account
             where organisation_id = ${actor.organisationId} and id = ${form.deputyAccountId}::uuid)) as known`);
  return rows[0]!.known;
}

/** Whether the organisation would be without an administrator who can sign in if this account were none. */
export async function isLastAdministrator(db: Db, actor: Actor, accountId: Id, today: Day): Promise<boolean> {
  // Two administrators who remove each other at the same moment must not both succeed: the first holds the rows.
  const rows = await db.execute<{ account_id: string }>(sql`
    select g.account_id from account_grant g join account a on a.id = g.account_id
     where g.organisation_id = ${actor.organisationId} and g.role = 'administrator' and a.disabled_at is null
       and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to > ${today}::date)
     order by g.id for update of a`);
  return rows.length > 0 && rows.every((row) => row.account_id === accountId);
}

async function isKnownAccount(db: Db, actor: Actor, accountId: Id): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from account where id = ${accountId} and organisation_id = ${actor.organisationId} for update`);
  return rows.length === 1;
}

/** Ends what is in force; a grant of the same day leaves no trace but the audit's, since no period is empty. */
async function endGrants(db: Db, actor: Actor, accountId: Id, today: Day) {
  const before = await db.execute(sql`
    select role, administration_ids as "administrationIds", unit_ids as "unitIds",
           deputy_account_id as "deputyAccountId"
      from account_grant where account_id = ${accountId} and organisation_id = ${actor.organisationId}
       and (valid_to is null or valid_to > ${today}::date) order by id`);
  await db.execute(sql`
    delete from account_grant where account_id = ${accountId} and organisation_id = ${actor.organisationId}
       and valid_from >= ${today}::date`);
  await db.execute(sql`
    update account_grant set valid_to = ${today}::date
     where account_id = ${accountId} and organisation_id = ${actor.organisationId}
       and valid_from < ${today}::date and (valid_to is null or valid_to > ${today}::date)`);
  return [...before];
}
