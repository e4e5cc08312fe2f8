import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Position } from "#geo/position.ts";
import { withinScope } from "../portfolio-filter.ts";

/** A building near another one: where it stands and, where that is known, its outline as GeoJSON text. */
export interface NeighbourRow {
  id: Id;
  name: string;
  position: Position;
  footprint: string | null;
}

const maxNeighbours = 60;

/** The actor's other buildings around a place on a day, within a distance in degrees of longitude and latitude. */
export async function listNeighbours(
  db: Db,
  actor: Actor,
  of: { id: Id; position: Position },
  reach: { lon: number; lat: number },
  on: Day,
): Promise<NeighbourRow[]> {
  const [lon, lat] = of.position;
  const rows = await db.execute<Omit<NeighbourRow, "position"> & { lon: number; lat: number }>(sql`
    select r.building_id as id, r.name, r.lon, r.lat, st_asgeojson(b.footprint_wgs84, 6) as footprint
      from portfolio_row r join building b on b.id = r.building_id
     where r.position_wgs84 && st_makeenvelope(${lon - reach.lon}::float8, ${lat - reach.lat}::float8,
             ${lon + reach.lon}::float8, ${lat + reach.lat}::float8, 4326)
       and r.building_id <> ${of.id} and r.state = 'registered'
       and r.valid_from <= ${on}::date and r.valid_to > ${on}::date and ${withinScope(actor, "register")}
     order by r.building_id limit ${maxNeighbours}`);
  return rows.map(({ lon: x, lat: y, ...row }) => ({ ...row, position: [x, y] }));
}
