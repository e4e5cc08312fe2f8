import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { loadBuildingUses } from "#db/commands/load-building-uses.ts";
import { refreshPortfolio } from "#db/commands/refresh-portfolio.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";
import { municipality } from "#geo/municipality.ts";

/** A portfolio that a person can hold in the head: five buildings, each there for one reason. */
export interface SmallPortfolio {
  organisationId: Id;
  administrationIds: { school: Id; culture: Id };
  /** BBR ids, as the fixtures of this folder name them. */
  bbr: typeof bbr;
  buildings: Record<keyof typeof bbr, Id>;
}

export const bbr = {
  /** Owned, 300 m² on two undivided floors (100 and 200), let to a school. */
  undivided: "00000000-0000-4000-8000-000000000001",
  /** Owned, 400 m², one floor of two known rooms. */
  rooms: "00000000-0000-4000-8000-000000000002",
  /** Leased in: 150 m² of a building that has 900. */
  leased: "00000000-0000-4000-8000-000000000003",
  /** Owned, of another administration. */
  culture: "00000000-0000-4000-8000-000000000004",
  /** Its only version has ended. */
  ended: "00000000-0000-4000-8000-000000000005",
};

const geometry = (coordinates: unknown, type: string) => JSON.stringify({ type, coordinates });

/** Writes the small portfolio. Everything began on 2020-01-01. */
export async function writeSmallPortfolio(db: Db): Promise<SmallPortfolio> {
  const organisationId = newId();
  const [school, culture, propertyId, addressId] = [newId(), newId(), newId(), newId()];
  await db.execute(sql`
    insert into organisation (id, name, municipality_code, outline_wgs84)
    values (${organisationId}, 'Test', '0101', st_setsrid(st_geomfromgeojson(${geometry([municipality], "MultiPolygon")}::text), 4326))`);
  await db.execute(sql`
    insert into administration (id, organisation_id, code, name)
    values (${school}, ${organisationId}, 'A', 'A'), (${culture}, ${organisationId}, 'B', 'B')`);
  await loadBuildingUses(db);
  await db.execute(sql`
    insert into property (id, organisation_id, name, source, recorded_on)
    values (${propertyId}, ${organisationId}, 'P', 'test', '2020-01-01')`);
  await db.execute(sql`
    insert into address (id, organisation_id, property_id, street, house_number, postcode, town, position_wgs84)
    values (${addressId}, ${organisationId}, ${propertyId}, 'Testvej', '1', '2200', 'København N',
      st_setsrid(st_makepoint(12.551, 55.6962), 4326))`);
  const place = { organisationId, propertyId, addressId };
  const buildings = {
    undivided: await writeBuilding(db, place, {
      key: "undivided",
      administration: school,
      held: 300,
      gross: 300,
    }),
    rooms: await writeBuilding(db, place, { key: "rooms", administration: school, held: 400, gross: 400 }),
    leased: await writeBuilding(db, place, {
      key: "leased",
      administration: school,
      held: 150,
      gross: 900,
      tenure: "leasedIn",
    }),
    culture: await writeBuilding(db, place, { key: "culture", administration: culture, held: 50, gross: 50 }),
    ended: await writeBuilding(db, place, {
      key: "ended",
      administration: school,
      held: 10,
      gross: 10,
      to: "2023-01-01",
    }),
  };
  const spaces = [
    await writeFloor(db, organisationId, buildings.undivided, 0, 100, [100], true),
    await writeFloor(db, organisationId, buildings.undivided, 1, 200, [200], true),
    await writeFloor(db, organisationId, buildings.rooms, 0, 400, [150, 250], false),
    await writeFloor(db, organisationId, buildings.leased, 0, 150, [150], true),
    await writeFloor(db, organisationId, buildings.culture, 0, 50, [50], true),
  ];
  await writeLetting(db, organisationId, school, buildings.undivided, [...spaces[0]!, ...spaces[1]!]);
  await refreshPortfolio(db, organisationId, "all");
  return { organisationId, administrationIds: { school, culture }, bbr, buildings };
}

type Place = { organisationId: Id; propertyId: Id; addressId: Id };
type Given = {
  key: keyof typeof bbr;
  administration: Id;
  held: number;
  gross: number;
  tenure?: string;
  to?: string;
};

async function writeBuilding(db: Db, place: Place, given: Given): Promise<Id> {
  const id = newId();
  await db.execute(sql`
    insert into building (id, organisation_id, property_id, address_id, bbr_id, name, position_wgs84, state, source, recorded_on)
    values (${id}, ${place.organisationId}, ${place.propertyId}, ${place.addressId}, ${bbr[given.key]}, ${given.key},
      st_setsrid(st_makepoint(12.551, 55.6962), 4326), 'registered', 'test', '2020-01-01')`);
  await db.execute(sql`
    insert into building_version (id, organisation_id, building_id, valid_from, valid_to, tenure,
      responsible_administration_id, use_code, built_year, held_area_m2, gross_area_m2, storeys, heating_code, source,
      method, recorded_on)
    values (${newId()}, ${place.organisationId}, ${id}, '2020-01-01', ${given.to ?? null}, ${given.tenure ?? "owned"},
      ${given.administration}, '421', 1950, ${given.held}, ${given.gross}, 2, '1', 'test', 'measured', '2020-01-01')`);
  return id;
}

async function writeFloor(
  db: Db,
  organisationId: Id,
  buildingId: Id,
  level: number,
  areaM2: number,
  rooms: number[],
  isUndivided: boolean,
): Promise<Id[]> {
  const floorId = newId();
  await db.execute(sql`
    insert into floor (id, organisation_id, building_id, level, area_m2, valid_from)
    values (${floorId}, ${organisationId}, ${buildingId}, ${level}, ${areaM2}, '2020-01-01')`);
  const ids = rooms.map(() => newId());
  for (const [index, id] of ids.entries())
    await db.execute(sql`
      insert into space (id, organisation_id, building_id, floor_id, number, area_m2, is_undivided, valid_from, source,
        method, recorded_on)
      values (${id}, ${organisationId}, ${buildingId}, ${floorId}, ${`${level}.${index}`}, ${rooms[index]!},
        ${isUndivided}, '2020-01-01', 'test', 'measured', '2020-01-01')`);
  return ids;
}

async function writeLetting(
  db: Db,
  organisationId: Id,
  administrationId: Id,
  buildingId: Id,
  spaceIds: Id[],
) {
  const [contractId, unitId] = [newId(), newId()];
  await db.execute(sql`
    insert into unit (id, organisation_id, administration_id, code, name, kind, valid_from)
    values (${unitId}, ${organisationId}, ${administrationId}, 'U', 'Skole (fiktiv)', 'school', '2020-01-01')`);
  await db.execute(sql`
    insert into contract (id, organisation_id, number, kind, administration_id, unit_id, valid_from, known_from, source, recorded_on)
    values (${contractId}, ${organisationId}, 'K-1', 'internal', ${administrationId}, ${unitId}, '2020-01-01', '2020-01-01',
      'test', '2020-01-01')`);
  for (const spaceId of spaceIds) {
    await db.execute(sql`
      insert into tenancy (id, organisation_id, contract_id, building_id, space_id, side, valid_from, valid_to)
      values (${newId()}, ${organisationId}, ${contractId}, ${buildingId}, ${spaceId}, 'out', '2020-01-01', '2040-01-01')`);
    await db.execute(sql`
      insert into occupation (id, organisation_id, building_id, space_id, unit_id, purpose, valid_from, source, recorded_on)
      values (${newId()}, ${organisationId}, ${buildingId}, ${spaceId}, ${unitId}, 'school', '2020-01-01', 'test', '2020-01-01')`);
  }
}
