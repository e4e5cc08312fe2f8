import { sql } from "drizzle-orm";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { Db } from "../client.server.ts";

export interface AuditRow {
  id: Id;
  at: string;
  actorName: string;
  action: string;
  entity: string;
  entityId: Id | null;
  changes: Record<string, { from: unknown; to: unknown }>;
  requestId: string | null;
}

export interface AuditSearch {
  entity: string | null;
  entityId: Id | null;
  /** Where the page before ended: its last row. */
  after: { at: string; id: Id } | null;
  limit: number;
}

export interface AuditPage {
  items: AuditRow[];
  total: number;
  next: { at: string; id: Id } | null;
}

/** Changes, the newest first, keyset-paged; none for who may not read them. `total` counts all that match. */
export async function listChanges(db: Db, actor: Actor, search: AuditSearch): Promise<AuditPage> {
  if (!may(actor, "audit", "read")) return { items: [], total: 0, next: null };
  const matches = sql`e.organisation_id = ${actor.organisationId}
    and (${search.entity}::text is null or e.entity = ${search.entity})
    and (${search.entityId}::uuid is null or e.entity_id = ${search.entityId})`;
  const after = search.after
    ? sql`and (e.at, e.id) < (${search.after.at}::timestamptz, ${search.after.id}::uuid)`
    : sql``;
  // The instant leaves as text with its microseconds: a JavaScript date would round it and lose the place.
  const rows = await db.execute<AuditRow & Record<string, unknown>>(sql`
    select e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.actor_name as "actorName",
           e.action, e.entity, e.entity_id as "entityId", e.changes, e.request_id as "requestId"
      from audit_entry e where ${matches} ${after}
     order by e.at desc, e.id desc limit ${search.limit + 1}`);
  const [count] = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from audit_entry e where ${matches}`,
  );
  const items = rows.slice(0, search.limit);
  const last = rows.length > search.limit ? items.at(-1) : undefined;
  return { items, total: count!.total, next: last ? { at: last.at, id: last.id } : null };
}

/** The kinds of things that changes were made to, for the filter. */
export async function listChangedEntities(db: Db, actor: Actor): Promise<string[]> {
  if (!may(actor, "audit", "read")) return [];
  const rows = await db.execute<{ entity: string }>(sql`
    select distinct entity from audit_entry where organisation_id = ${actor.organisationId} order by entity limit 100`);
  return rows.map((row) => row.entity);
}
