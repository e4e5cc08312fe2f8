import { sql } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { FloorWithSpaces } from "#domain/register-import/follow-area.ts";
import type { Db } from "../client.server.ts";

type Row = { buildingId: Id; floorId: Id; from: Day; areaM2: number; spaces: FloorWithSpaces["spaces"] };

/** The floors of buildings with the spaces on them, as far as they are in force on a day or begin later. */
export async function listFloorsWithSpaces(
  db: Db,
  { organisationId }: { organisationId: Id },
  buildingIds: Id[],
  today: Day,
): Promise<Map<Id, FloorWithSpaces[]>> {
  const rows = await db.execute<Row>(sql`
    select f.building_id as "buildingId", f.id as "floorId", f.valid_from::text as "from", f.area_m2::float8 as "areaM2",
           coalesce((select jsonb_agg(jsonb_build_object('spaceId', s.id, 'from', s.valid_from, 'areaM2', s.area_m2,
               'isUndivided', s.is_undivided) order by s.id)
             from space s where s.floor_id = f.id and (s.valid_to is null or s.valid_to > ${today}::date)), '[]') as spaces
      from floor f
     where f.organisation_id = ${organisationId} and f.building_id = any (${`{${buildingIds.join(",")}}`}::uuid[])
       and (f.valid_to is null or f.valid_to > ${today}::date)
     order by f.building_id, f.level`);
  const floors = new Map<Id, FloorWithSpaces[]>();
  for (const { buildingId, ...floor } of rows)
    floors.set(buildingId, [...(floors.get(buildingId) ?? []), floor]);
  return floors;
}
