import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { uuidArray } from "#db/sql-arrays.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { asksForAction } from "#domain/lease-date/date-level.ts";
import { maxPoints, type MapDates } from "#domain/map-data.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { portfolioFilter } from "../portfolio-filter.ts";
import { listDates } from "./list-dates.ts";

/**
 * The next day that asks for a decision, of every building found whose leases have one that nobody has handled: of the leases
 * that the actor may read. What is past and not handled comes first.
 */
export async function listMapDates(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  today: Day,
): Promise<MapDates> {
  const next = new Map<Id, Day>();
  for (const { contractId, on, kind, isHandled } of (await listDates(db, actor, today)).dates)
    if (!isHandled && asksForAction(kind) && !next.has(contractId)) next.set(contractId, on);
  const rows = await db.execute<{ id: Id; on: Day }>(sql`
    select t.building_id as id, min(d.on_day)::text as on
      from unnest(${uuidArray([...next.keys()])}, ${sql.param([...next.values()])}::text[]::date[]) as d(contract_id, on_day)
      join tenancy t on t.contract_id = d.contract_id and (t.valid_to is null or t.valid_to > ${today}::date)
      join portfolio_row r on r.building_id = t.building_id and ${portfolioFilter(actor, search)}
     group by 1 order by 1 limit ${maxPoints}`);
  return { id: rows.map(({ id }) => id), leaseDateOn: rows.map(({ on }) => on) };
}
