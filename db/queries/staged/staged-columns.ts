import { sql } from "drizzle-orm";
import type { Id } from "#domain/id.ts";
import type { StagedFacts } from "#domain/register-import/plan-building.ts";
import type { StagedRow } from "#domain/staged/staged-row.ts";

/** The register's point, or else a point on the footprint. */
const standsAt = sql`case when s.position_wgs84 is not null then s.position_wgs84 when s.facts ? 'footprint' then
  st_pointonsurface(st_setsrid(st_geomfromgeojson(jsonb_build_object('type', 'MultiPolygon',
    'coordinates', s.facts -> 'footprint')::text), 4326)) end`;

/** The columns of a row over `stagedFrom`, without its footprint, which only the database needs. */
export const rowColumns = sql`s.id, s.bbr_id as "bbrId", s.facts - 'footprint' as facts,
  st_x(${standsAt}) as lon, st_y(${standsAt}) as lat,
  case when a.id is not null then json_build_object('id', a.id, 'propertyId', a.property_id, 'bfeNumber', p.bfe_number,
    'street', a.street, 'houseNumber', a.house_number, 'postcode', a.postcode, 'town', a.town) end as "knownAddress"`;

export interface RowColumns {
  id: Id;
  bbrId: Id;
  facts: StagedFacts;
  lon: number | null;
  lat: number | null;
  knownAddress: StagedRow["knownAddress"];
}

export const rowOf = ({ id, bbrId, facts, lon, lat, knownAddress }: RowColumns): StagedRow => ({
  ...{ id, bbrId, facts, knownAddress },
  position: lon === null || lat === null ? null : [roundTo7(lon), roundTo7(lat)],
});

/** A point that PostGIS computes has more decimals than a register would give. */
const roundTo7 = (degrees: number): number => Number(degrees.toFixed(7));
