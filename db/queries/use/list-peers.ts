import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import type { UseView } from "#domain/use/use-search.ts";
import { usedHouses } from "./used-houses.ts";

/** A kind of unit against its peers: m² a person at the busiest hour of the week. */
export interface PeerRow {
  kind: string;
  units: number;
  areaM2: number;
  /** Persons at each unit's busiest hour, added up. */
  persons: number;
  /** A quarter of the units has at most so many m² a person, half, three quarters. */
  lowM2: number;
  middleM2: number;
  highM2: number;
}

/** Houses of one unit alone, by the unit's kind: there the m² are the unit's. */
export async function listPeers(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  view: UseView,
): Promise<PeerRow[]> {
  const rows = await db.execute<PeerRow & Record<string, unknown>>(sql`
    with ${usedHouses(actor, search, view)}, alone as (
      select p.unit_id, p.kind, sum(h.area_m2) as area_m2, sum(h.peak) as persons
        from house h join pattern p on p.building_id = h.building_id where h.units = 1 group by 1, 2
    )
    select kind, count(*)::int as units, sum(area_m2)::float8 as "areaM2", sum(persons)::float8 as persons,
           percentile_cont(0.25) within group (order by area_m2 / persons) as "lowM2",
           percentile_cont(0.5) within group (order by area_m2 / persons) as "middleM2",
           percentile_cont(0.75) within group (order by area_m2 / persons) as "highM2"
      from alone where persons > 0 group by kind order by sum(area_m2) desc limit 40`);
  return [...rows];
}
