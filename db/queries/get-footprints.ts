import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { portfolioFilter } from "./portfolio-filter.ts";

/** Footprints are drawn from zoom 16, where a large screen holds a few hundred buildings. */
const maxFootprints = 3_000;

/** Footprints of the buildings that a search finds, as GeoJSON text: a FeatureCollection with the building's id. */
export async function getFootprints(db: Db, actor: Actor, search: PortfolioSearch): Promise<string> {
  const rows = await db.execute<{ data: string }>(sql`
    select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(json_build_object(
             'type', 'Feature', 'id', f.id, 'properties', json_build_object(), 'geometry', f.geometry)), '[]'))::text as data
      from (select b.id, st_asgeojson(b.footprint_wgs84, 6)::json as geometry
              from portfolio_row r join building b on b.id = r.building_id
             where b.footprint_wgs84 is not null and ${portfolioFilter(actor, search)}
             order by b.id limit ${maxFootprints}) f`);
  return rows[0]!.data;
}
