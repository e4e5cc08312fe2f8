import { sql } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { newId } from "#domain/id.ts";
import type { StagedChoices } from "#domain/staged/plan-confirmation.ts";
import type { Db } from "../../client.server.ts";
import { factColumns, factList, rowsParameter } from "../../queries/import-columns.ts";
import { registerSource } from "../import/write-versions.ts";
import type { PlacedBuilding } from "./write-addresses.ts";

/** Who says it, where a person has put right what the register says. */
const correctedSource = `${registerSource}, rettet ved bekræftelse`;

const sourceOf = ({ isCorrected }: PlacedBuilding): string =>
  isCorrected ? correctedSource : registerSource;

/** Writes whole buildings: each with its version from a day, its floors, and one undivided space a floor. */
export async function writeConfirmedBuildings(
  tx: Db,
  actor: Actor,
  placed: PlacedBuilding[],
  choices: StagedChoices,
  today: Day,
): Promise<void> {
  await insertBuildings(tx, actor, placed, today);
  await insertVersions(tx, actor, placed, choices, today);
  await insertFloors(tx, actor, placed, choices, today);
}

async function insertBuildings(tx: Db, actor: Actor, placed: PlacedBuilding[], today: Day): Promise<void> {
  const rows = placed.map((building) => ({
    ...{ id: building.buildingId, property_id: building.propertyId, address_id: building.addressId },
    ...{ staged_id: building.row.id, bbr_id: building.row.bbrId, name: building.name },
    ...{ bbr_number: building.facts.buildingNumber ?? null, excuse: building.positionExcuse },
    ...{ lon: building.position[0], lat: building.position[1], source: sourceOf(building) },
  }));
  await tx.execute(sql`
    insert into building (id, organisation_id, property_id, address_id, bbr_id, bbr_number, name, position_wgs84,
      footprint_wgs84, position_excuse, state, source, recorded_on)
    select x.id, ${actor.organisationId}::uuid, x.property_id, x.address_id, x.bbr_id, x.bbr_number, x.name,
           st_setsrid(st_makepoint(x.lon, x.lat), 4326),
           case when s.facts ? 'footprint' then st_setsrid(st_geomfromgeojson(jsonb_build_object(
             'type', 'MultiPolygon', 'coordinates', s.facts -> 'footprint')::text), 4326) end,
           x.excuse, 'registered', x.source, ${today}::date
      from jsonb_to_recordset(${rowsParameter(rows)}) as x(id uuid, property_id uuid, address_id uuid, staged_id uuid,
             bbr_id uuid, name text, bbr_number int, excuse text, lon float8, lat float8, source text)
      join staged_building s on s.id = x.staged_id`);
}

const versionRecordset = sql.raw(
  `x(id uuid, building_id uuid, held_area_m2 numeric, source text, method text, ${factColumns
    .map(([, column, type]) => `${column} ${type}`)
    .join(", ")})`,
);

async function insertVersions(
  tx: Db,
  actor: Actor,
  placed: PlacedBuilding[],
  { tenure, from, administrationId }: StagedChoices,
  today: Day,
): Promise<void> {
  const rows = placed.map((building) => ({
    ...{ id: newId(), building_id: building.buildingId, held_area_m2: building.heldAreaM2 },
    ...{ source: sourceOf(building), method: building.method },
    ...Object.fromEntries(factColumns.map(([fact, column]) => [column, building.facts[fact] ?? null])),
    is_listed: building.facts.isListed ?? false,
  }));
  await tx.execute(sql`
    insert into building_version (id, organisation_id, building_id, valid_from, tenure, responsible_administration_id,
      held_area_m2, source, method, recorded_on, ${factList()})
    select x.id, ${actor.organisationId}::uuid, x.building_id, ${from}::date, ${tenure}, ${administrationId}::uuid,
           x.held_area_m2, x.source, x.method, ${today}::date, ${factList("x.")}
      from jsonb_to_recordset(${rowsParameter(rows)}) as ${versionRecordset}`);
}

async function insertFloors(
  tx: Db,
  actor: Actor,
  placed: PlacedBuilding[],
  { from }: StagedChoices,
  today: Day,
): Promise<void> {
  const rows = placed.flatMap((building) =>
    building.floors.map(({ level, areaM2 }) => ({
      ...{ floor_id: newId(), space_id: newId(), building_id: building.buildingId, level, area_m2: areaM2 },
      ...{ source: sourceOf(building), method: building.method },
    })),
  );
  const x = sql`jsonb_to_recordset(${rowsParameter(rows)}) as x(floor_id uuid, space_id uuid, building_id uuid,
    level smallint, area_m2 numeric, source text, method text)`;
  await tx.execute(sql`
    insert into floor (id, organisation_id, building_id, level, area_m2, valid_from)
    select x.floor_id, ${actor.organisationId}::uuid, x.building_id, x.level, x.area_m2, ${from}::date from ${x}`);
  await tx.execute(sql`
    insert into space (id, organisation_id, building_id, floor_id, number, area_m2, is_undivided, valid_from, source,
      method, recorded_on)
    select x.space_id, ${actor.organisationId}::uuid, x.building_id, x.floor_id, x.level || '.00', x.area_m2, true,
           ${from}::date, x.source, x.method, ${today}::date from ${x}`);
}
