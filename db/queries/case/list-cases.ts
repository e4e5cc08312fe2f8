import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { CaseSearch, CaseState } from "#domain/case/case-search.ts";
import type { Day } from "#domain/day.ts";
import { isId, type Id } from "#domain/id.ts";
import { isOpen, orderStates, type OrderState } from "#domain/order/order-state.ts";
import { CursorFault, type Page } from "../list-cursor.ts";
import { isNewTo } from "./is-new-to.ts";
import { caseVisibleTo, orderVisibleTo } from "./visible-cases.ts";

/** A case as a line of a list: what was asked, where, and how its orders stand. Instants are ISO texts. */
export interface CaseRow {
  id: Id;
  number: string;
  text: string;
  createdAt: string;
  /** The day it was asked, in Denmark. */
  askedOn: Day;
  buildingId: Id;
  buildingName: string;
  spaceName: string | null;
  unitName: string | null;
  photos: number;
  /** Something happened since the actor last had it open. */
  isNew: boolean;
  orders: {
    id: Id;
    line: number;
    nameDa: string;
    nameEn: string;
    state: OrderState;
    respondBy: string | null;
    resolveBy: string | null;
    plannedOn: Day | null;
    plannedYear: number | null;
  }[];
}

/** How a list is cut: at most `limit` cases before `cursor`, the newest first. */
export interface CaseCut {
  limit: number;
  cursor: string | null;
}

const openStates = orderStates.filter(isOpen);
const listOf = (states: readonly OrderState[]): SQL =>
  sql.join(
    states.map((state) => sql`${state}`),
    sql`, `,
  );

const inState: Record<CaseState, SQL> = {
  open: sql`exists (select 1 from service_order so where so.case_id = c.id and so.state in (${listOf(openStates)}))`,
  yours: sql`exists (select 1 from service_order so where so.case_id = c.id and so.state in ('awaitingCustomer', 'done'))`,
  ended: sql`not exists (select 1 from service_order so where so.case_id = c.id and so.state in (${listOf(openStates)}))`,
};

function found(actor: Actor, search: CaseSearch, today: Day): SQL {
  const conditions = [caseVisibleTo(actor, sql`c`, today)];
  if (search.state) conditions.push(inState[search.state]);
  if (search.unit) conditions.push(sql`c.unit_id = ${search.unit}`);
  if (search.building) conditions.push(sql`c.building_id = ${search.building}`);
  for (const word of search.q.split(/\s+/).filter(Boolean).slice(0, 8))
    conditions.push(
      sql`(c.number like '%' || ${escaped(word)} || '%' or fold_danish(c.text) like '%' || ${escaped(word)} || '%')`,
    );
  return sql.join(conditions, sql` and `);
}

const escaped = (word: string) => sql`regexp_replace(fold_danish(${word}), '([\\\\%_])', '\\\\\\1', 'g')`;

/**
 * The cases that an actor sees and a search finds, the newest first, a page at a time; the total counts all of them. Of
 * a case's orders only those the actor sees. Throws CursorFault for a cursor of another list.
 */
export async function listCases(
  db: Db,
  actor: Actor,
  search: CaseSearch,
  cut: CaseCut,
  today: Day,
): Promise<Page<CaseRow>> {
  const matches = found(actor, search, today);
  const [rows, counts] = await Promise.all([
    listRows(db, actor, matches, cut, today),
    db.execute<{ total: number }>(sql`select count(*)::int as total from service_case c where ${matches}`),
  ]);
  const items = rows.slice(0, cut.limit);
  const last = rows.length > cut.limit ? items.at(-1) : undefined;
  return {
    items: items.map(({ key: _, ...row }) => row),
    total: counts[0]!.total,
    nextCursor: last ? writeCursor(last.key, last.id) : null,
  };
}

async function listRows(db: Db, actor: Actor, matches: SQL, { limit, cursor }: CaseCut, today: Day) {
  const from = cursor === null ? null : readCursor(cursor);
  const after = from ? sql`and (c.created_at, c.id) < (${from.at}::timestamptz, ${from.id}::uuid)` : sql``;
  return db.execute<CaseRow & { key: string } & Record<string, unknown>>(sql`
    with page as (
      select c.* from service_case c where ${matches} ${after} order by c.created_at desc, c.id desc limit ${limit + 1})
    select c.id, c.number, left(c.text, 300) as text,
           to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt",
           to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as key,
           to_char(c.created_at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD') as "askedOn",
           c.building_id as "buildingId", b.name as "buildingName",
           nullif(concat_ws(' ', s.number, s.name), '') as "spaceName", u.name as "unitName",
           (select count(*)::int from case_photo p where p.case_id = c.id) as photos,
           ${isNewTo(actor, sql`c`)} as "isNew",
           (select coalesce(json_agg(json_build_object('id', o.id, 'line', o.line, 'state', o.state,
                     'nameDa', coalesce(v.name_da, i.name_da, ''), 'nameEn', coalesce(v.name_en, i.name_en, ''),
                     'respondBy', o.respond_by, 'resolveBy', o.resolve_by, 'plannedOn', o.planned_on,
                     'plannedYear', o.planned_year) order by o.line), '[]')
              from service_order o
              left join facility_item i on i.organisation_id = o.organisation_id and i.code = o.item_code
              left join service v on v.organisation_id = o.organisation_id and v.code = o.service_code
             where o.case_id = c.id and ${orderVisibleTo(actor, sql`o`, today)}) as orders
      from page c join building b on b.id = c.building_id
      left join space s on s.id = c.space_id left join unit u on u.id = c.unit_id
     order by c.created_at desc, c.id desc`);
}

const writeCursor = (at: string, id: Id): string =>
  Buffer.from(JSON.stringify([at, id])).toString("base64url");

function readCursor(cursor: string): { at: string; id: Id } {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch (cause) {
    throw Object.assign(new CursorFault(), { cause });
  }
  const [at, id] = Array.isArray(parts) ? (parts as unknown[]) : [];
  if (typeof at !== "string" || Number.isNaN(Date.parse(at)) || typeof id !== "string" || !isId(id))
    throw new CursorFault();
  return { at, id };
}
