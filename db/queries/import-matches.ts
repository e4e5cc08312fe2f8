import { sql, type SQL } from "drizzle-orm";
import { scopeOf } from "#domain/access.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { MultiPolygonCoordinates } from "#geo/polygon.ts";
import type { BuildingFacts } from "#domain/register-import/building-record.ts";
import type { BuildingMatch, BuildingMatchVersion } from "#domain/register-import/compare-building.ts";
import type { ImportActor } from "#domain/register-import/import-actor.ts";
import type { Db } from "../client.server.ts";
import { factColumns } from "./import-columns.ts";

type Row = {
  buildingId: Id;
  bbrId: Id;
  name: string;
  isInScope: boolean;
  isPositionExcused: boolean;
  lon: number | null;
  lat: number | null;
  footprint: { coordinates: MultiPolygonCoordinates } | null;
  versionId: Id | null;
  from: Day;
  to: Day | null;
  tenure: BuildingMatchVersion["tenure"];
  heldAreaM2: number;
  facts: BuildingFacts;
};

/** A fact by its own name: numbers stay numbers, so that they compare as such. */
const factObject = sql.raw(
  `jsonb_build_object(${factColumns.map(([fact, column]) => `'${fact}', v.${column}`).join(", ")})`,
);

/**
 * The organisation's buildings with these BBR ids, as they are on a day. Those outside the actor's scope come along
 * marked, so that their rows can be refused rather than staged.
 */
export async function listBuildingMatches(
  db: Db,
  actor: ImportActor,
  bbrIds: Id[],
  today: Day,
): Promise<Map<Id, BuildingMatch>> {
  const rows = await db.execute<Row>(sql`
    select b.id as "buildingId", b.bbr_id as "bbrId", b.name, ${isInScope(actor, today)} as "isInScope",
           b.position_excuse is not null as "isPositionExcused", st_x(b.position_wgs84) as lon,
           st_y(b.position_wgs84) as lat, st_asgeojson(b.footprint_wgs84, 7)::json as footprint,
           v.id as "versionId", v.valid_from::text as "from", v.valid_to::text as "to", v.tenure,
           v.held_area_m2::float8 as "heldAreaM2", ${factObject} as facts
      from building b
      left join building_version v on v.building_id = b.id
       and v.valid_from <= ${today}::date and (v.valid_to is null or v.valid_to > ${today}::date)
     where b.organisation_id = ${actor.organisationId} and b.bbr_id = any (${`{${bbrIds.join(",")}}`}::uuid[])
     order by b.bbr_id`);
  return new Map(rows.map((row) => [row.bbrId, matchOf(row)]));
}

function matchOf(row: Row): BuildingMatch {
  const { buildingId, bbrId, name, isInScope, isPositionExcused, lon, lat, footprint, facts } = row;
  const { versionId, from, to, tenure, heldAreaM2 } = row;
  return {
    ...{ buildingId, bbrId, name, isInScope, isPositionExcused },
    position: lon === null || lat === null ? null : [lon, lat],
    footprint: footprint?.coordinates ?? null,
    version: versionId === null ? null : { id: versionId, from, to, tenure, heldAreaM2, facts },
  };
}

/** Whether the actor may write the register of a building today; alias `b`. */
function isInScope(actor: ImportActor, today: Day): SQL {
  const scope = scopeOf(actor, "register", "write");
  if (scope.all) return sql`true`;
  return sql`exists (
    select 1 from portfolio_row r where r.building_id = b.id
       and r.valid_from <= ${today}::date and r.valid_to > ${today}::date
       and (r.administration_ids && ${`{${scope.administrationIds.join(",")}}`}::uuid[]
            or r.unit_ids && ${`{${scope.unitIds.join(",")}}`}::uuid[]))`;
}
