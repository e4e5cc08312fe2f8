import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { account, accountGrant, organisation } from "#db/schema/index.ts";
import { hashPassword } from "#db/secrets/password-hash.ts";
import type { Actor, Role } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";

export const PASSWORD = "a sentence nobody guesses";

/** Hashing is dear on purpose: once a run is enough for tests. */
let hashed: Promise<string> | undefined;
export const passwordHash = () => (hashed ??= hashPassword(PASSWORD));

/** An organisation, empty. */
export async function givenOrganisation(db: Db): Promise<Id> {
  const id = newId();
  await db.insert(organisation).values({ id, name: "Testkommune (fiktiv)", municipalityCode: "0101" });
  return id;
}

export interface Given {
  role?: Role;
  email?: string;
  administrationIds?: Id[];
  unitIds?: Id[];
  deputyAccountId?: Id;
  validFrom?: string;
  validTo?: string;
}

/** An account with a role (none where `role` is missing), as the actor it is. */
export async function givenAccount(db: Db, organisationId: Id, given: Given = {}): Promise<Actor> {
  const accountId = newId();
  const email = given.email ?? `${accountId}@test.example`;
  const name = `Testperson ${given.role ?? "uden rolle"} (fiktiv)`;
  await db
    .insert(account)
    .values({ id: accountId, organisationId, email, name, passwordHash: await passwordHash() });
  const reach = { administrationIds: given.administrationIds ?? [], unitIds: given.unitIds ?? [] };
  if (given.role) {
    await db.insert(accountGrant).values({
      ...{ id: newId(), organisationId, accountId, role: given.role, ...reach },
      ...{ deputyAccountId: given.deputyAccountId ?? null, validFrom: given.validFrom ?? "2020-01-01" },
      validTo: given.validTo ?? null,
    });
  }
  const grants = given.role ? [{ role: given.role, ...reach }] : [];
  return { accountId, organisationId, email, name, locale: null, grants };
}

/** What the record of changes says about an entity, the oldest first. */
export const recordedOf = async (
  db: Db,
  entityId: Id,
): Promise<{ action: string; accountId: Id | null }[]> => [
  ...(await db.execute<{ action: string; accountId: Id | null }>(sql`
    select action, account_id as "accountId" from audit_entry where entity_id = ${entityId} order by at, id`)),
];
