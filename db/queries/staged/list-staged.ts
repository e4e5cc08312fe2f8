import { sql } from "drizzle-orm";
import { writesAll } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { MissingFact, StagedRow, StagedState } from "#domain/staged/staged-row.ts";
import { STAGED_PAGE, type StagedSearch } from "#domain/staged/staged-search.ts";
import type { Db } from "../../client.server.ts";
import { missingOf, stagedFilter, stagedFrom } from "./staged-filter.ts";
import { rowOf, rowColumns, type RowColumns } from "./staged-columns.ts";

/** A row as the list shows it, with what it lacks and what was said of it. */
export interface StagedItem extends StagedRow {
  missing: MissingFact[];
  decision: Exclude<StagedState, "waiting"> | null;
  reason: string | null;
  decidedAt: string | null;
  decidedBy: string | null;
  buildingId: Id | null;
  fileName: string;
  firstSeenAt: string;
}

export interface StagedPage {
  items: StagedItem[];
  total: number;
  next: Id | null;
}

const itemColumns = sql`${rowColumns}, ${missingOf} as missing, s.decision, s.reason, s.decided_at as "decidedAt",
  c.name as "decidedBy", s.building_id as "buildingId", i.file_name as "fileName", s.first_seen_at as "firstSeenAt"`;
const itemFrom = sql`${stagedFrom} join import_run i on i.id = s.import_run_id
  left join account c on c.id = s.decided_by`;

type ItemColumns = RowColumns & Omit<StagedItem, keyof StagedRow>;

/** Rows in the order of their files, keyset-paged; `total` counts all that the filter finds. None for who may not decide. */
export async function listStaged(db: Db, actor: Actor, search: StagedSearch): Promise<StagedPage> {
  if (!writesAll(actor, "register")) return { items: [], total: 0, next: null };
  const filter = stagedFilter(actor, search);
  const after = search.after ? sql`and s.id > ${search.after}::uuid` : sql``;
  const rows = await db.execute<ItemColumns & Record<string, unknown>>(sql`
    select ${itemColumns} from ${itemFrom} where ${filter} ${after} order by s.id limit ${STAGED_PAGE + 1}`);
  const [count] = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from ${stagedFrom} where ${filter}`,
  );
  const items = rows.slice(0, STAGED_PAGE).map(itemOf);
  return { items, total: count!.total, next: rows.length > STAGED_PAGE ? items.at(-1)!.id : null };
}

/** One row, or null where it is not there or may not be decided about. */
export async function getStaged(db: Db, actor: Actor, id: Id): Promise<StagedItem | null> {
  if (!writesAll(actor, "register")) return null;
  const rows = await db.execute<ItemColumns & Record<string, unknown>>(sql`
    select ${itemColumns} from ${itemFrom}
     where s.organisation_id = ${actor.organisationId} and s.id = ${id}::uuid limit 1`);
  return rows[0] ? itemOf(rows[0]) : null;
}

function itemOf(columns: ItemColumns): StagedItem {
  const { missing, decision, reason, decidedAt, decidedBy, buildingId, fileName, firstSeenAt } = columns;
  return {
    ...rowOf(columns),
    ...{ missing, decision, reason, decidedAt, decidedBy, buildingId, fileName, firstSeenAt },
  };
}

/** How many rows stand where, how many of those that wait lack nothing, and buildings that are in no total. */
export interface StagedCounts {
  waiting: number;
  ready: number;
  rejected: number;
  confirmed: number;
  incomplete: number;
  /** The municipalities of all rows, for the filter. */
  municipalities: string[];
}

/** The counts over everything, whatever the filter; all zero for who may not decide. */
export async function countStaged(db: Db, actor: Actor): Promise<StagedCounts> {
  const none = { waiting: 0, ready: 0, rejected: 0, confirmed: 0, incomplete: 0, municipalities: [] };
  if (!writesAll(actor, "register")) return none;
  const rows = await db.execute<StagedCounts & Record<string, unknown>>(sql`
    select count(*) filter (where s.decision is null)::int as waiting,
           count(*) filter (where s.decision is null and cardinality(${missingOf}) = 0)::int as ready,
           count(*) filter (where s.decision = 'rejected')::int as rejected,
           count(*) filter (where s.decision = 'confirmed')::int as confirmed,
           (select count(*)::int from building b
             where b.organisation_id = ${actor.organisationId} and b.state = 'incomplete') as incomplete,
           coalesce(array_agg(distinct s.facts ->> 'municipalityCode')
             filter (where s.facts ->> 'municipalityCode' is not null), '{}') as municipalities
      from ${stagedFrom} where s.organisation_id = ${actor.organisationId}`);
  return rows[0] ?? none;
}
