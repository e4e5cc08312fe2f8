import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import { givenAccount, givenOrganisation } from "./people.ts";

export interface House {
  organisationId: Id;
  buildingId: Id;
  school: Id;
  club: Id;
  shelter: Id;
  bySchool: Actor;
  byClub: Actor;
  byStranger: Actor;
  byManager: Actor;
  byPlanner: Actor;
}

/** A house that a school and a club share, with a protected unit upstairs that nobody is told of. */
export async function givenHouse(db: Db): Promise<House> {
  const organisationId = await givenOrganisation(db);
  const [administration, school, club, shelter, stranger, buildingId] = Array.from(
    { length: 6 },
    newId,
  ) as Id[];
  await db.execute(sql`insert into administration (id, organisation_id, code, name)
    values (${administration}, ${organisationId}, 'BUF', 'Børn (fiktiv)')`);
  for (const [id, name, isProtected] of [
    ...[[school, "Skolen", false] as const, [club, "Klubben", false] as const],
    ...[[shelter, "Krisehjemmet", true] as const, [stranger, "En anden", false] as const],
  ])
    await db.execute(sql`insert into unit (id, organisation_id, administration_id, code, name, kind, is_protected, valid_from)
      values (${id}, ${organisationId}, ${administration}, ${name}, ${name}, 'school', ${isProtected}, '2016-01-01')`);
  await givenBuilding(db, organisationId, buildingId!, [school!, club!, shelter!]);
  await db.execute(sql`insert into service (organisation_id, code, service_group, name_da, name_en, description_da, description_en, owner)
    values (${organisationId}, '2500.02', '2500', 'Små reparationer', 'Small repairs', '', '', 'KEjd')
    on conflict do nothing`);
  const leader = (unitId: Id) => givenAccount(db, organisationId, { role: "leader", unitIds: [unitId] });
  return {
    ...{ organisationId, buildingId: buildingId!, school: school!, club: club!, shelter: shelter! },
    ...{ bySchool: await leader(school!), byClub: await leader(club!), byStranger: await leader(stranger!) },
    byManager: await givenAccount(db, organisationId, { role: "manager" }),
    byPlanner: await givenAccount(db, organisationId, { role: "planner" }),
  };
}

/** A row of the read model is all that sharing a building asks for, with the building it points at. */
async function givenBuilding(db: Db, organisationId: Id, id: Id, unitIds: Id[]) {
  const [propertyId, addressId] = [newId(), newId()];
  await db.execute(sql`insert into property (id, organisation_id, name, source, recorded_on)
    values (${propertyId}, ${organisationId}, 'Huset', 'Prøve', '2016-01-01')`);
  await db.execute(sql`insert into address (id, organisation_id, property_id, street, house_number, postcode, town)
    values (${addressId}, ${organisationId}, ${propertyId}, 'Ågade', '1', '2200', 'København N')`);
  await db.execute(sql`insert into building (id, organisation_id, property_id, address_id, name, state, source, recorded_on)
    values (${id}, ${organisationId}, ${propertyId}, ${addressId}, 'Huset', 'registered', 'Prøve', '2016-01-01')`);
  await db.execute(sql`insert into portfolio_row (building_id, organisation_id, valid_from, valid_to, property_id, address_id,
      name, name_order, address, address_order, search_text, state, tenure, use_code, use_group, area_m2, let_m2,
      digitised_m2, administration_ids, unit_ids, is_protected, exterior_backlog_ore, whole_renovation_ore,
      unknown_leases, trust, changed_at)
    values (${id}, ${organisationId}, '2016-01-01', 'infinity', ${propertyId}, ${addressId}, 'Huset', 'huset', 'Ågade 1',
      'ågade 1', 'huset', 'registered', 'owned', '441', 'daycare', 900, 900, 0, '{}', ${`{${unitIds.join(",")}}`}::uuid[],
      true, 0, 0, 0, 0, now())`);
}
