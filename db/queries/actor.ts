import { sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { Actor, Grant } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { SESSION_IDLE_MS, SESSION_LONGEST_MS, SESSION_TOUCH_MS } from "#domain/session.ts";
import type { Db } from "../client.server.ts";

/** Who is asking, and whether they must choose a password of their own before anything else. */
export interface Asking {
  actor: Actor;
  mustChangePassword: boolean;
}

interface AskingRow extends Record<string, unknown> {
  account_id: string;
  organisation_id: string;
  email: string;
  name: string;
  locale: "da" | "en" | null;
  must_change_password: boolean;
  grants: Grant[];
}

/** Grants in force on a day: the account's own, and those it holds as somebody's deputy. */
const grantsOn = (day: string): SQL => sql`
  coalesce((select json_agg(json_build_object('role', g.role, 'administrationIds', g.administration_ids,
                                              'unitIds', g.unit_ids) order by g.id)
     from account_grant g
    where (g.account_id = a.id or g.deputy_account_id = a.id)
      and g.valid_from <= ${day}::date and (g.valid_to is null or g.valid_to > ${day}::date)), '[]'::json) as grants`;

const columns = sql`a.id as account_id, a.organisation_id, a.email, a.name, a.locale, a.must_change_password`;

/**
 * Who holds a session that is alive at an instant, with every grant in force, in one statement; or null. Notes the use
 * (and so moves the end) at most once a minute.
 */
export async function getActorBySession(db: Db, tokenHash: Buffer, now: Date): Promise<Asking | null> {
  const at = now.toISOString();
  const untouchedSince = new Date(now.getTime() - SESSION_TOUCH_MS).toISOString();
  const rows = await db.execute<AskingRow>(sql`
    with touched as (
      update session set seen_at = ${at}::timestamptz,
             expires_at = least(${at}::timestamptz + ${`${SESSION_IDLE_MS} milliseconds`}::interval,
                                created_at + ${`${SESSION_LONGEST_MS} milliseconds`}::interval)
       where token_hash = ${tokenHash} and expires_at > ${at}::timestamptz and seen_at <= ${untouchedSince}::timestamptz
      returning 1)
    select ${columns}, ${grantsOn(dayAt(now))}
      from session s join account a on a.id = s.account_id
     where s.token_hash = ${tokenHash} and s.expires_at > ${at}::timestamptz and a.disabled_at is null
     limit 1`);
  return askingOf(rows[0]);
}

/** Who holds an API token that is neither revoked nor expired, with every grant in force; or null. */
export async function getActorByToken(db: Db, tokenHash: Buffer, now: Date): Promise<Asking | null> {
  const rows = await db.execute<AskingRow>(sql`
    select ${columns}, ${grantsOn(dayAt(now))}
      from api_token t join account a on a.id = t.account_id
     where t.token_hash = ${tokenHash} and t.revoked_at is null and t.expires_at > ${now.toISOString()}::timestamptz
       and a.disabled_at is null
     limit 1`);
  return askingOf(rows[0]);
}

function askingOf(row: AskingRow | undefined): Asking | null {
  if (!row) return null;
  return {
    actor: {
      ...{ accountId: row.account_id, organisationId: row.organisation_id, email: row.email, name: row.name },
      ...{ locale: row.locale, grants: row.grants },
    },
    mustChangePassword: row.must_change_password,
  };
}

/** An account as the actor it would be, for work done in its stead (a mail shows what it may see); null where it is closed. */
export async function getActorByAccount(db: Db, accountId: string, now: Date): Promise<Actor | null> {
  const rows = await db.execute<AskingRow>(sql`
    select ${columns}, ${grantsOn(dayAt(now))}
      from account a where a.id = ${accountId} and a.disabled_at is null limit 1`);
  return askingOf(rows[0])?.actor ?? null;
}
