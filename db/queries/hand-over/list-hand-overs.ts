import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { HandOverFacts, HandOverKind } from "#domain/hand-over/hand-over-facts.ts";
import type { HandOverEvent, HandOverState } from "#domain/hand-over/hand-over-state.ts";
import type { Id } from "#domain/id.ts";
import { withinAdministrations } from "./hand-over-scope.ts";

/** One hand-over. `handedOverAt` is an instant in ISO text, `key` the register's number where it has one. */
export interface HandOverRow {
  id: Id;
  number: number;
  kind: HandOverKind;
  administrationId: Id;
  administrationCode: string;
  administrationName: string;
  contractId: Id | null;
  buildingId: Id | null;
  unitId: Id | null;
  unitName: string | null;
  key: string | null;
  state: HandOverState;
  facts: HandOverFacts;
  version: number;
  handedOverAt: string;
  handedOverBy: Id;
  handedOverByName: string;
  takenOverFrom: Day | null;
  documents: number;
}

const columns = sql`h.id, h.number, h.kind, h.administration_id as "administrationId", n.code as "administrationCode",
  n.name as "administrationName", h.contract_id as "contractId", h.building_id as "buildingId", h.unit_id as "unitId",
  u.name as "unitName", k.number as key, h.state, h.facts, h.version, h.handed_over_by as "handedOverBy",
  to_char(h.handed_over_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "handedOverAt",
  p.name as "handedOverByName", h.taken_over_from::text as "takenOverFrom",
  (select count(*)::int from hand_over_document d where d.hand_over_id = h.id) as documents`;

const tables = sql`hand_over h join administration n on n.id = h.administration_id join account p on p.id = h.handed_over_by
  left join contract k on k.id = h.contract_id left join unit u on u.id = h.unit_id`;

const visible = (actor: Actor): SQL => sql`h.organisation_id = ${actor.organisationId}
  and ${withinAdministrations(actor, "read", sql`h.administration_id`, sql`h.unit_id`)}`;

export interface HandOverSearch {
  state: HandOverState | "open" | "all";
  administrationId: Id | null;
}

const stateIs = (state: HandOverSearch["state"]): SQL => {
  if (state === "all") return sql`true`;
  return state === "open" ? sql`h.state in ('handedOver', 'checking', 'askedBack')` : sql`h.state = ${state}`;
};

const most = 300;

/** What is handed over, what waits longest first; those at an end, the newest first. `total` is of the set. */
export async function listHandOvers(
  db: Db,
  actor: Actor,
  { state, administrationId }: HandOverSearch,
): Promise<{ items: HandOverRow[]; total: number }> {
  const condition = sql`${visible(actor)} and ${stateIs(state)}
    and (${administrationId}::uuid is null or h.administration_id = ${administrationId}::uuid)`;
  const items = await db.execute<HandOverRow & Record<string, unknown>>(sql`
    select ${columns} from ${tables} where ${condition}
     order by h.state in ('takenOver', 'rejected'), case when h.state in ('takenOver', 'rejected') then null else h.handed_over_at end,
              h.number desc limit ${most}`);
  const [count] = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from hand_over h where ${condition}`,
  );
  return { items: [...items], total: count!.total };
}

export interface HandOverEventRow {
  id: Id;
  at: string;
  actorName: string;
  event: HandOverEvent;
  words: string;
}

export interface HandOverDocumentRow {
  id: Id;
  title: string;
  fileName: string;
  bytes: number;
}

/** One hand-over with all that happened to it, the first first; null where the actor may not know of it. */
export async function getHandOver(
  db: Db,
  actor: Actor,
  id: Id,
): Promise<(HandOverRow & { events: HandOverEventRow[]; papers: HandOverDocumentRow[] }) | null> {
  const [row] = await db.execute<HandOverRow & Record<string, unknown>>(
    sql`select ${columns} from ${tables} where h.id = ${id}::uuid and ${visible(actor)}`,
  );
  if (!row) return null;
  const events = await db.execute<HandOverEventRow & Record<string, unknown>>(sql`
    select e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, e.actor_name as "actorName",
           e.event, e.words
      from hand_over_event e where e.hand_over_id = ${id}::uuid and e.organisation_id = ${actor.organisationId}
     order by e.at, e.id limit 500`);
  const papers = await db.execute<HandOverDocumentRow & Record<string, unknown>>(sql`
    select d.id, d.title, d.file_name as "fileName", d.bytes from hand_over_document d
     where d.hand_over_id = ${id}::uuid and d.organisation_id = ${actor.organisationId} order by d.created_at, d.id limit 100`);
  return { ...row, events: [...events], papers: [...papers] };
}

/** Where the file of a hand-over's document lies, for whoever may see the hand-over. */
export async function getHandOverDocument(
  db: Db,
  actor: Actor,
  id: Id,
): Promise<{ storageKey: string; fileName: string; mediaType: string; bytes: number } | null> {
  const [row] = await db.execute<{
    storageKey: string;
    fileName: string;
    mediaType: string;
    bytes: number;
  }>(sql`
    select d.storage_key as "storageKey", d.file_name as "fileName", d.media_type as "mediaType", d.bytes
      from hand_over_document d join hand_over h on h.id = d.hand_over_id
     where d.id = ${id}::uuid and ${visible(actor)}`);
  return row ?? null;
}
