import { sql } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import type { Db } from "../../client.server.ts";
import { rowsParameter } from "../../queries/import-columns.ts";
import type { ChangedBuilding } from "./changed-building.ts";
import { registerSource } from "./write-versions.ts";

/** Moves buildings to where the register has them, and gives them their footprints. */
export async function writePlaces(db: Db, changed: ChangedBuilding[], today: Day): Promise<void> {
  const rows = changed
    .filter(({ difference }) => difference.position !== null || difference.footprint !== null)
    .map(({ match, difference, record }) => ({
      building_id: match.buildingId,
      position: difference.position && { type: "Point", coordinates: record.position },
      footprint: difference.footprint && { type: "MultiPolygon", coordinates: record.footprint },
    }));
  if (rows.length === 0) return;
  await db.execute(sql`
    update building b
       set position_wgs84 = coalesce(st_setsrid(st_geomfromgeojson(x.position::text), 4326), b.position_wgs84),
           footprint_wgs84 = coalesce(st_setsrid(st_geomfromgeojson(x.footprint::text), 4326), b.footprint_wgs84),
           source = ${registerSource}, recorded_on = ${today}::date
      from jsonb_to_recordset(${rowsParameter(rows)}) as x(building_id uuid, position jsonb, footprint jsonb)
     where b.id = x.building_id`);
}
