import { sql } from "drizzle-orm";
import type { Id } from "#domain/id.ts";
import type { Db } from "../client.server.ts";

/** What signing in needs to know of an account. Never leaves the server's commands. */
export interface Credential {
  accountId: Id;
  organisationId: Id;
  name: string;
  passwordHash: string;
  isDemo: boolean;
  mustChangePassword: boolean;
  /** The language that its owner chose. */
  locale: "da" | "en" | null;
}

interface CredentialRow extends Record<string, unknown> {
  id: string;
  organisation_id: string;
  name: string;
  password_hash: string;
  is_demo: boolean;
  must_change_password: boolean;
  locale: "da" | "en" | null;
}

/** The credential of an email in any spelling of case, or of an id; null where there is none or it is disabled. */
export async function getCredential(
  db: Db,
  by: { email: string } | { accountId: Id },
): Promise<Credential | null> {
  const match = "email" in by ? sql`lower(email) = lower(${by.email})` : sql`id = ${by.accountId}`;
  const rows = await db.execute<CredentialRow>(sql`
    select id, organisation_id, name, password_hash, is_demo, must_change_password, locale
      from account where ${match} and disabled_at is null limit 1`);
  const row = rows[0];
  if (!row) return null;
  return {
    ...{ accountId: row.id, organisationId: row.organisation_id, name: row.name },
    ...{ passwordHash: row.password_hash, isDemo: row.is_demo, mustChangePassword: row.must_change_password },
    locale: row.locale,
  };
}
