import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { LeaseForm } from "#domain/lease/lease-form.ts";
import type { LeaseKind } from "#domain/lease/lease-search.ts";
import { withinScope } from "../portfolio-filter.ts";

export interface LeaseDraft {
  id: Id;
  kind: LeaseKind;
  title: string;
  form: LeaseForm;
  revision: number;
  contractId: Id | null;
  isAway: boolean;
  updatedAt: string;
  updatedByName: string | null;
}

/** The drafts that an actor's right to write leases reaches; one that names nobody yet is its maker's. Alias `d`. */
const draftVisibleTo = (actor: Actor): SQL => sql`(d.organisation_id = ${actor.organisationId} and (
  (d.administration_id is null and d.created_by = ${actor.accountId}) or exists (
    select 1 from (select d.organisation_id, array_remove(array[d.administration_id], null) as administration_ids,
      array_remove(array[d.unit_id], null) as unit_ids,
      coalesce((select u.is_protected from unit u where u.id = d.unit_id), false) as is_protected) r
     where ${withinScope(actor, "leases", sql`r`, "write")})))`;

const columns = sql`d.id, d.kind, d.title, d.form, d.revision, d.contract_id as "contractId", d.removed_at is not null as "isAway",
  to_char(d.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt", a.name as "updatedByName"`;

/** A draft as it was saved; null where there is none that the actor keeps. */
export async function getDraft(db: Db, actor: Actor, id: Id): Promise<LeaseDraft | null> {
  const [row] = await db.execute<LeaseDraft & Record<string, unknown>>(sql`
    select ${columns} from lease_draft d left join account a on a.id = d.updated_by
     where d.id = ${id} and ${draftVisibleTo(actor)}`);
  return row ? { ...row, form: LeaseForm.parse(row.form) } : null;
}

/** Drafts that are neither activated nor put away, the last touched first. */
export async function listDrafts(db: Db, actor: Actor): Promise<Omit<LeaseDraft, "form">[]> {
  const rows = await db.execute<LeaseDraft & Record<string, unknown>>(sql`
    select ${columns} from lease_draft d left join account a on a.id = d.updated_by
     where d.contract_id is null and d.removed_at is null and ${draftVisibleTo(actor)}
     order by d.updated_at desc limit 200`);
  return rows.map(({ form: _, ...draft }) => draft);
}
