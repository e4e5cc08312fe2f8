import { sql } from "drizzle-orm";
import { account, organisation } from "#db/schema/index.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";
import type { Result } from "#domain/result.ts";
import { done, refused } from "#domain/result.ts";
import type { SetupForm } from "#domain/setup-form.ts";
import type { Db } from "../client.server.ts";
import { hashPassword } from "../secrets/password-hash.ts";
import { ensureConditionBasics } from "./ensure-condition-basics.ts";
import { ensureServiceBasics } from "./ensure-service-basics.ts";
import { insertGrant } from "./grant-role.ts";
import { recordChange } from "./record-change.ts";

type Beginning = Omit<SetupForm, "setupToken">;

/**
 * Makes the organisation and its first administrator. Only while nobody has an account: of two at once, exactly one
 * wins, because each waits for the other's lock on the table before it looks.
 */
export async function setUpOrganisation(
  db: Db,
  form: Beginning,
  today: Day,
): Promise<Result<{ accountId: Id; organisationId: Id }, "alreadySetUp">> {
  const passwordHash = await hashPassword(form.password);
  return db.transaction(async (tx) => {
    await tx.execute(sql`lock table account in exclusive mode`);
    const taken = await tx.execute(sql`select 1 from account limit 1`);
    if (taken.length > 0) return refused("alreadySetUp");
    const organisationId = await nameOrganisation(tx, form);
    await ensureServiceBasics(tx, organisationId);
    await ensureConditionBasics(tx, organisationId);
    const accountId = newId();
    await tx
      .insert(account)
      .values({ id: accountId, organisationId, email: form.email, name: form.name, passwordHash });
    const grant = {
      role: "administrator" as const,
      administrationIds: [],
      unitIds: [],
      deputyAccountId: null,
    };
    await insertGrant(tx, organisationId, accountId, grant, today);
    await recordChange(
      tx,
      { accountId, organisationId, name: form.name },
      {
        ...{ action: "setUp", entity: "organisation", entityId: organisationId },
        changes: {
          name: { from: null, to: form.organisationName },
          municipalityCode: { from: null, to: form.municipalityCode },
          administrator: { from: null, to: form.email },
        },
      },
    );
    return done({ accountId, organisationId });
  });
}

/** An import before the setup may have made the organisation already; it only lacks its name then. */
async function nameOrganisation(db: Db, form: Beginning): Promise<Id> {
  const found = await db.execute<{ id: string }>(sql`select id from organisation order by id limit 1`);
  const id = found[0]?.id ?? newId();
  const values = { id, name: form.organisationName, municipalityCode: form.municipalityCode };
  await db.insert(organisation).values(values).onConflictDoUpdate({ target: organisation.id, set: values });
  return id;
}
