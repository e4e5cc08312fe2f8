import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { loadBuildingUses } from "#db/commands/load-building-uses.ts";
import type { Actor } from "#domain/actor.ts";
import { addDays, type Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { assignDistricts } from "../import/write-districts.ts";
import { nextContractNumber } from "./next-contract-number.ts";
import type { Held } from "./note-hand-over.ts";

/** What a take-over brought: the buildings, the lease (of a lease), and how many m² moved in from outside. */
export interface BroughtIn {
  buildingIds: Id[];
  contractId: Id | null;
  movedM2: number;
}

interface Days {
  from: Day;
  today: Day;
}

const source = "Overdragelse";

/**
 * Writes what nobody knew of into the register: the address and property where they are missing, a building that KEjd has
 * from a day, one floor with one undivided space, and of a lease its contract. Until that day it stands outside, from the
 * day the lease began, as the others do.
 */
export async function bringIn(tx: Db, actor: Actor, held: Held, { from, today }: Days): Promise<BroughtIn> {
  await loadBuildingUses(tx);
  const { addressId, propertyId } = await findAddress(tx, actor, held, today);
  const building = newId();
  const { facts } = held;
  const [lon, lat] = facts.position!;
  const name = [facts.street, facts.houseNumber].join(" ") + (facts.premises ? `, ${facts.premises}` : "");
  await tx.execute(sql`
    insert into building (id, organisation_id, property_id, address_id, name, position_wgs84, state, source, recorded_on)
    values (${building}, ${actor.organisationId}, ${propertyId}, ${addressId}, ${name},
      st_setsrid(st_makepoint(${lon}, ${lat}), 4326), 'registered', ${source}, ${today}::date)`);
  const since = held.kind === "lease" && facts.startsOn! < from ? facts.startsOn! : from;
  if (since < from)
    await insertVersion(tx, actor, held, { building, tenure: "outside", since, until: from, today });
  const tenure = held.kind === "lease" ? "leasedIn" : "owned";
  await insertVersion(tx, actor, held, { building, tenure, since: from, until: null, today });
  const space = await insertSpace(tx, actor, held, { building, since, today });
  const contractId =
    held.kind === "lease" ? await insertLease(tx, actor, held, { building, space, from, today }) : null;
  return { buildingIds: [building], contractId, movedM2: facts.areaM2 };
}

async function findAddress(
  tx: Db,
  actor: Actor,
  { facts }: Held,
  today: Day,
): Promise<{ addressId: Id; propertyId: Id }> {
  const { street, houseNumber, postcode, town, bfeNumber } = facts;
  const [found] = await tx.execute<{ addressId: Id; propertyId: Id }>(sql`
    select a.id as "addressId", a.property_id as "propertyId" from address a
     where a.organisation_id = ${actor.organisationId} and a.postcode = ${postcode}
       and lower(a.house_number) = lower(${houseNumber}) and fold_danish(a.street) = fold_danish(${street})
     order by a.id limit 1`);
  if (found) return found;
  const [addressId, made] = [newId(), newId()];
  const [known] = await tx.execute<{ id: Id }>(sql`
    select id from property where organisation_id = ${actor.organisationId} and bfe_number = ${bfeNumber}::bigint`);
  const propertyId = known?.id ?? made;
  if (!known)
    await tx.execute(sql`
      insert into property (id, organisation_id, bfe_number, name, source, recorded_on)
      values (${propertyId}, ${actor.organisationId}, ${bfeNumber}, ${`${street} ${houseNumber}`}, ${source}, ${today}::date)`);
  const [lon, lat] = facts.position!;
  await tx.execute(sql`
    insert into address (id, organisation_id, property_id, street, house_number, postcode, town, position_wgs84)
    values (${addressId}, ${actor.organisationId}, ${propertyId}, ${street}, ${houseNumber}, ${postcode}, ${town},
      st_setsrid(st_makepoint(${lon}, ${lat}), 4326))`);
  await assignDistricts(tx, actor, [addressId]);
  return { addressId, propertyId };
}

interface Version {
  building: Id;
  tenure: "outside" | "leasedIn" | "owned";
  since: Day;
  until: Day | null;
  today: Day;
}

async function insertVersion(
  tx: Db,
  actor: Actor,
  held: Held,
  { building, tenure, since, until, today }: Version,
) {
  const { useCode, areaM2, builtYear } = held.facts;
  await tx.execute(sql`
    insert into building_version (id, organisation_id, building_id, valid_from, valid_to, tenure,
      responsible_administration_id, use_code, built_year, held_area_m2, source, method, recorded_on)
    values (${newId()}, ${actor.organisationId}, ${building}, ${since}::date, ${until}::date, ${tenure},
      ${held.administrationId}, ${useCode}, ${builtYear}, ${areaM2}, ${source}, 'estimate', ${today}::date)`);
}

type Placed = { building: Id; since: Day; today: Day };

async function insertSpace(
  tx: Db,
  actor: Actor,
  { facts }: Held,
  { building, since, today }: Placed,
): Promise<Id> {
  const [floor, space] = [newId(), newId()];
  await tx.execute(sql`
    insert into floor (id, organisation_id, building_id, level, area_m2, valid_from)
    values (${floor}, ${actor.organisationId}, ${building}, 0, ${facts.areaM2}, ${since}::date)`);
  await tx.execute(sql`
    insert into space (id, organisation_id, building_id, floor_id, number, area_m2, is_undivided, valid_from, source, method,
      recorded_on)
    values (${space}, ${actor.organisationId}, ${building}, ${floor}, '0.00', ${facts.areaM2}, true, ${since}::date, ${source},
      'estimate', ${today}::date)`);
  return space;
}

type Leased = { building: Id; space: Id; from: Day; today: Day };

async function insertLease(
  tx: Db,
  actor: Actor,
  held: Held,
  { building, space, from, today }: Leased,
): Promise<Id> {
  const { facts } = held;
  const contractId = newId();
  const number = await nextContractNumber(tx, actor, "3P-IND");
  const until = facts.lastDay ? addDays(facts.lastDay, 1) : null;
  await tx.execute(sql`
    insert into contract (id, organisation_id, number, kind, administration_id, unit_id, counterparty, valid_from, valid_to,
      notice_months, non_terminable_until, annual_rent_ore, known_from, source, recorded_on)
    values (${contractId}, ${actor.organisationId}, ${number}, 'thirdPartyIn', ${held.administrationId}, ${held.unitId},
      ${facts.counterparty}, ${facts.startsOn}::date, ${until}::date, ${facts.noticeMonths},
      ${facts.nonTerminableUntil}::date, ${facts.annualRentOre}, ${from}::date, ${source}, ${today}::date)`);
  await tx.execute(sql`
    insert into tenancy (id, organisation_id, contract_id, building_id, space_id, side, valid_from, valid_to)
    values (${newId()}, ${actor.organisationId}, ${contractId}, ${building}, ${space}, 'in', ${facts.startsOn}::date, null)`);
  return contractId;
}
