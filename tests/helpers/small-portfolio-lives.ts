import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { newId } from "#domain/id.ts";
import type { Id } from "#domain/id.ts";

const source = "Prøve";

/** The ids of the small portfolio; every name in it is made up. */
export interface SmallPortfolioIds {
  organisationId: Id;
  buf: Id;
  sof: Id;
  solsikken: Id;
  skolen: Id;
  shelter: Id;
  /** Owned since 2016, rebuilt 2020; a daycare on the ground floor, a school above it, a cellar that nobody uses. */
  daycare: Id;
  /** Owned; a protected unit lives here. */
  shelterHouse: Id;
  /** Rented in from 2020 to the end of 2022, and again from 2024. */
  office: Id;
  /** Has a name full of the signs that patterns give a meaning. */
  store: Id;
}
type Ids = SmallPortfolioIds;

export async function insertVersion(
  db: Db,
  organisationId: Id,
  id: Id,
  tenure: string,
  from: string,
  to: string | null,
  areaM2: number,
) {
  await db.execute(sql`insert into building_version (id, organisation_id, building_id, valid_from, valid_to, tenure,
      use_code, built_year, held_area_m2, storeys, source, method, recorded_on)
    values (${newId()}, ${organisationId}, ${id}, ${from}, ${to}, ${tenure}, '441', 1934, ${areaM2}, 2, ${source},
      'register', ${from})`);
}

/** Floors, spaces, contracts and what is known of the daycare; one contract each for the shelter and the office. */
export async function insertLives(db: Db, ids: Ids) {
  const org = ids.organisationId;
  await db.execute(
    sql`update building_version set valid_to = '2020-01-01' where building_id = ${ids.daycare}`,
  );
  await insertVersion(db, org, ids.daycare, "owned", "2020-01-01", null, 900);
  const cellar = await insertSpace(db, ids, ids.daycare, -1, 200, "K01");
  const ground = await insertSpace(db, ids, ids.daycare, 0, 350, "001", "activityRoom");
  const first = await insertSpace(db, ids, ids.daycare, 1, 350, "101", "classroom");
  await insertContract(db, ids, {
    number: "L-1001",
    unit: ids.solsikken,
    administration: ids.buf,
    rentOre: 21_000_000,
    building: ids.daycare,
    space: ground,
    from: "2016-01-01",
    to: null,
  });
  await insertContract(db, ids, {
    number: "L-1002",
    unit: ids.skolen,
    administration: ids.buf,
    rentOre: 17_500_000,
    building: ids.daycare,
    space: first,
    from: "2018-08-01",
    to: "2028-08-01",
  });
  await db.execute(sql`insert into occupation (id, organisation_id, building_id, space_id, unit_id, purpose, persons,
      valid_from, source, recorded_on) values (${newId()}, ${org}, ${ids.daycare}, ${ground}, ${ids.solsikken},
      'Daginstitution', 66, '2016-01-01', ${source}, '2024-03-01')`);
  await insertUpkeep(db, org, ids.daycare);
  const house = await insertSpace(db, ids, ids.shelterHouse, 0, 400, "001");
  await insertContract(db, ids, {
    number: "L-2001",
    unit: ids.shelter,
    administration: ids.sof,
    rentOre: 9_000_000,
    building: ids.shelterHouse,
    space: house,
    from: "2015-01-01",
    to: null,
  });
  // The shelter had the cellar of the daycare for a year: the building's past knows something that not everyone may.
  await insertContract(db, ids, {
    number: "L-2002",
    unit: ids.shelter,
    administration: ids.sof,
    rentOre: 1_000_000,
    building: ids.daycare,
    space: cellar,
    from: "2017-01-01",
    to: "2018-01-01",
  });
}

async function insertSpace(
  db: Db,
  ids: Ids,
  building: Id,
  level: number,
  areaM2: number,
  number: string,
  use?: string,
) {
  const [floor, space] = [newId(), newId()];
  await db.execute(sql`insert into floor (id, organisation_id, building_id, level, area_m2, valid_from)
    values (${floor}, ${ids.organisationId}, ${building}, ${level}, ${areaM2}, '2015-01-01')`);
  await db.execute(sql`insert into space (id, organisation_id, building_id, floor_id, number, room_use, area_m2,
      is_undivided, valid_from, source, method, recorded_on)
    values (${space}, ${ids.organisationId}, ${building}, ${floor}, ${number}, ${use ?? null}, ${areaM2},
      ${!use}, '2015-01-01', ${source}, 'drawing', '2016-01-01')`);
  return space;
}

interface ContractLine {
  number: string;
  unit: Id;
  administration: Id;
  rentOre: number;
  building: Id;
  space: Id;
  from: string;
  to: string | null;
}

async function insertContract(db: Db, ids: Ids, line: ContractLine) {
  const contract = newId();
  await db.execute(sql`insert into contract (id, organisation_id, number, kind, administration_id, unit_id, valid_from,
      valid_to, notice_months, annual_rent_ore, known_from, source, recorded_on)
    values (${contract}, ${ids.organisationId}, ${line.number}, 'internal', ${line.administration}, ${line.unit},
      ${line.from}, ${line.to}, 6, ${line.rentOre}, ${line.from}, ${source}, ${line.from})`);
  await db.execute(sql`insert into tenancy (id, organisation_id, contract_id, building_id, space_id, side, valid_from,
      valid_to) values (${newId()}, ${ids.organisationId}, ${contract}, ${line.building}, ${line.space}, 'out',
      ${line.from}, ${line.to})`);
}

async function insertUpkeep(db: Db, org: Id, building: Id) {
  await db.execute(sql`insert into survey (id, organisation_id, building_id, surveyed_on, condition, source, signed_at) values
    (${newId()}, ${org}, ${building}, '2017-05-01', 3, ${source}, '2017-05-01'), (${newId()}, ${org}, ${building}, '2019-05-01', 4, ${source}, '2019-05-01')`);
  await db.execute(sql`insert into backlog_estimate (id, organisation_id, building_id, kind, amount_ore, valid_from,
      valid_to, source, method) values
    (${newId()}, ${org}, ${building}, 'exterior', 40000000, '2017-05-01', '2019-05-01', ${source}, 'survey'),
    (${newId()}, ${org}, ${building}, 'exterior', 90000000, '2019-05-01', null, ${source}, 'survey'),
    (${newId()}, ${org}, ${building}, 'interior', 10000000, '2019-05-01', null, ${source}, 'estimate')`);
  await db.execute(sql`insert into maintenance_entry (id, organisation_id, building_id, booked_on, scope, description,
      amount_ore, source) values
    (${newId()}, ${org}, ${building}, '2018-03-01', 'exterior', 'Tagrender', 1500000, ${source}),
    (${newId()}, ${org}, ${building}, '2018-11-01', 'interior', 'Maling', 500000, ${source}),
    (${newId()}, ${org}, ${building}, '2021-02-01', 'exterior', 'Vinduer', 2500000, ${source})`);
}
