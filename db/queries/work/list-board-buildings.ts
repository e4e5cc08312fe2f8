import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { BoardSearch } from "#domain/work/board-search.ts";
import { boardFilter, isOverdue, isUnmeasured } from "./board-filter.ts";

/** A building with open orders: how many, how many past their promise, how many without one. */
export interface BoardBuilding {
  id: Id;
  name: string;
  lon: number;
  lat: number;
  open: number;
  overdue: number;
  unmeasured: number;
}

/** The buildings of what the filters find, the one with most overdue first. */
export async function listBoardBuildings(
  db: Db,
  actor: Actor,
  search: BoardSearch,
  now: Date,
): Promise<BoardBuilding[]> {
  return [
    ...(await db.execute<BoardBuilding & Record<string, unknown>>(sql`
      with found as materialized (
        select o.building_id, count(*) as open, count(*) filter (where ${isOverdue(now)}) as overdue,
               count(*) filter (where ${isUnmeasured}) as unmeasured
          from service_order o where ${boardFilter(actor, search, now)} group by o.building_id)
      select b.id, b.name, st_x(b.position_wgs84) as lon, st_y(b.position_wgs84) as lat, f.open, f.overdue,
             f.unmeasured
        from found f join building b on b.id = f.building_id
       order by f.overdue desc, f.open desc, b.name, b.id`)),
  ];
}
