import { sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import { may } from "#domain/access.ts";
import type { Actor, Role } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Db } from "../client.server.ts";

/** A role in force, with what it reaches in words, and who stands in. */
export interface GrantRow {
  role: Role;
  administrationIds: Id[];
  unitIds: Id[];
  reach: string[];
  deputyAccountId: Id | null;
  deputyName: string | null;
  /** Whose role it is, where the account only stands in. */
  heldForName: string | null;
}

export interface AccountRow {
  id: Id;
  email: string;
  name: string;
  isDemo: boolean;
  isDisabled: boolean;
  lastSeenAt: string | null;
  grants: GrantRow[];
}

const MOST_ACCOUNTS = 500;

/** The organisation's accounts by name; none for who may not read them. At most 500, with the exact total beside. */
export async function listAccounts(
  db: Db,
  actor: Actor,
  text: string,
  today: Day,
): Promise<{ items: AccountRow[]; total: number }> {
  if (!may(actor, "people", "read")) return { items: [], total: 0 };
  const match = sql`(${text} = '' or position(fold_danish(${text}) in fold_danish(a.name || ' ' || a.email)) > 0)`;
  const rows = await db.execute<AccountRow & { total: number } & Record<string, unknown>>(sql`
    select ${accountColumns(today)}, count(*) over ()::int as total
      from account a where a.organisation_id = ${actor.organisationId} and ${match}
     order by a.disabled_at is not null, danish_order(a.name), a.id limit ${MOST_ACCOUNTS}`);
  return { items: rows.map(({ total: _, ...row }) => row as AccountRow), total: rows[0]?.total ?? 0 };
}

/** One account, or null where it is not there or may not be read; everybody may read their own. */
export async function getAccount(
  db: Db,
  actor: Actor,
  accountId: Id,
  today: Day,
): Promise<AccountRow | null> {
  if (accountId !== actor.accountId && !may(actor, "people", "read")) return null;
  const rows = await db.execute<AccountRow & Record<string, unknown>>(sql`
    select ${accountColumns(today)} from account a
     where a.id = ${accountId} and a.organisation_id = ${actor.organisationId} limit 1`);
  return rows[0] ?? null;
}

const accountColumns = (today: Day): SQL => sql`
  a.id, a.email, a.name, a.is_demo as "isDemo", a.disabled_at is not null as "isDisabled",
  (select max(s.seen_at) from session s where s.account_id = a.id) as "lastSeenAt",
  coalesce((select json_agg(json_build_object(
       'role', g.role, 'administrationIds', g.administration_ids, 'unitIds', g.unit_ids,
       'reach', coalesce((select json_agg(r.name order by r.place, r.name) from (
           select 1 as place, m.name from administration m where m.id = any (g.administration_ids)
           union all select 2, u.name from unit u where u.id = any (g.unit_ids)) r), '[]'::json),
       'deputyAccountId', g.deputy_account_id, 'deputyName', d.name,
       'heldForName', case when g.account_id <> a.id then o.name end) order by g.account_id <> a.id, g.id)
     from account_grant g
     join account o on o.id = g.account_id
     left join account d on d.id = g.deputy_account_id
    where (g.account_id = a.id or g.deputy_account_id = a.id)
      and g.valid_from <= ${today}::date and (g.valid_to is null or g.valid_to > ${today}::date)), '[]'::json) as grants`;

/** What a grant can name: administrations, and the units of a day under each; and who could be a deputy. */
export interface GrantChoices {
  administrations: { id: Id; name: string; units: { id: Id; name: string }[] }[];
  accounts: { id: Id; name: string }[];
}

/** The choices of the form that grants a role; empty for who may not grant. */
export async function listGrantChoices(db: Db, actor: Actor, today: Day): Promise<GrantChoices> {
  if (!may(actor, "people", "write")) return { administrations: [], accounts: [] };
  const administrations = await db.execute<
    GrantChoices["administrations"][number] & Record<string, unknown>
  >(sql`
    select a.id, a.name, coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name)
                                                   order by danish_order(u.name), u.id)
             from unit u where u.administration_id = a.id and u.valid_from <= ${today}::date
              and (u.valid_to is null or u.valid_to > ${today}::date)), '[]'::json) as units
      from administration a where a.organisation_id = ${actor.organisationId}
     order by danish_order(a.name), a.id limit 50`);
  const accounts = await db.execute<{ id: string; name: string }>(sql`
    select id, name from account where organisation_id = ${actor.organisationId} and disabled_at is null
     order by danish_order(name), id limit ${MOST_ACCOUNTS}`);
  return { administrations: [...administrations], accounts: [...accounts] };
}
