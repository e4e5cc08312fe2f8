import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { isId, type Id } from "#domain/id.ts";
import type { Clocked } from "#domain/order/order-clock.ts";
import type { BoardSearch } from "#domain/work/board-search.ts";
import { boardFilter, deadline } from "./board-filter.ts";

/** An order as a line of the board. */
export interface BoardRow extends Clocked {
  id: Id;
  version: number;
  number: string;
  text: string;
  itemDa: string;
  itemEn: string;
  buildingId: Id;
  building: string;
  priority: 1 | 2 | 3 | 4;
  teamId: Id | null;
  team: string | null;
  person: string | null;
  plannedOn: Day | null;
  /** Norm time × quantity. */
  minutes: number;
  reopened: number;
  createdAt: string;
}

export interface BoardPage {
  rows: BoardRow[];
  /** Where the next page begins; null after the last. */
  next: string | null;
}

/** Where a page ends: the deadline (or "infinity") and the order's id. */
const cursorOf = (row: BoardRow & { due: string }): string => `${row.due}_${row.id}`;

function after(cursor: string | null): SQL {
  const [due = "", id] = cursor?.split("_") ?? [];
  const isSound = isId(id) && (due === "infinity" || !Number.isNaN(Date.parse(due)));
  if (!isSound) return sql`true`;
  return sql`(coalesce(${deadline}, 'infinity'), o.id) > (${due}::timestamptz, ${id}::uuid)`;
}

/** The lines of orders already chosen and cut: `cut` has the columns of service_order, and `due`. */
const rowsOf = (cut: SQL): SQL => sql`
  with cut as materialized (${cut})
  select o.id, o.version, c.number || '-' || o.line as number,
         left(coalesce(nullif(o.description, ''), c.text), 200) as text,
         coalesce(s.name_da, i.name_da, '') as "itemDa", coalesce(s.name_en, i.name_en, '') as "itemEn",
         b.id as "buildingId", b.name as building, o.state, o.priority, o.team_id as "teamId", t.name as team,
         a.name as person, o.planned_on::text as "plannedOn", (o.norm_minutes * o.quantity)::float8 as minutes,
         o.reopened, o.created_at as "createdAt", o.respond_by as "respondBy", o.resolve_by as "resolveBy",
         o.responded_at as "respondedAt", o.resolved_at as "resolvedAt", o.waiting_since as "waitingSince", o.due
    from cut o
    join service_case c on c.id = o.case_id
    join building b on b.id = o.building_id
    left join facility_item i on i.organisation_id = o.organisation_id and i.code = o.item_code
    left join service s on s.organisation_id = o.organisation_id and s.code = o.service_code
    left join team t on t.id = o.team_id
    left join account a on a.id = o.assigned_to
   order by o.due, o.id`;

const withoutDue = ({ due: _, ...row }: BoardRow & { due: string }): BoardRow => row;

/**
 * Orders of the board, the one most urgent by its promise first, a page at a time. The orders are chosen and cut before
 * anything is looked up for them.
 */
export async function listBoard(
  db: Db,
  actor: Actor,
  search: BoardSearch,
  page: { limit: number; after: string | null },
  now: Date,
): Promise<BoardPage> {
  const rows = await db.execute<BoardRow & { due: string } & Record<string, unknown>>(
    rowsOf(sql`
      select o.*, coalesce(${deadline}, 'infinity') as due from service_order o
       where ${boardFilter(actor, search, now)} and ${after(page.after)}
       order by due, o.id limit ${page.limit + 1}`),
  );
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const next = rows.length > page.limit && last ? cursorOf(last) : null;
  return { rows: shown.map(withoutDue), next };
}

/** The orders of some days, so many a day: what is planned on one, or ("none") on none of them or on a day gone by. */
export async function listBoardDays(
  db: Db,
  actor: Actor,
  search: BoardSearch,
  days: readonly Day[],
  mostADay: number,
  now: Date,
): Promise<BoardRow[]> {
  const column = sql`(case when o.planned_on >= ${days[0]!}::date then o.planned_on end)`;
  const rows = await db.execute<BoardRow & { due: string } & Record<string, unknown>>(
    rowsOf(sql`
      select * from (
        select o.*, coalesce(${deadline}, 'infinity') as due,
               row_number() over (partition by ${column} order by coalesce(${deadline}, 'infinity'), o.id) as nth
          from service_order o
         where ${boardFilter(actor, search, now)} and (${column} is null or ${column} <= ${days.at(-1)!}::date)) o
       where o.nth <= ${mostADay}`),
  );
  return rows.map(withoutDue);
}
