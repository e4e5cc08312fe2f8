import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { createWholeCase } from "#db/commands/colocation/create-whole-case.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import { WholeCaseForm } from "#domain/colocation/whole-case-form.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { chooseOffices } from "./choose-offices.ts";
import { caseName, demoCases, type Hall, type HousedUnit, type Sites } from "./demo-cases.ts";

/**
 * Gives the demo its co-location cases, where it has none of them: offices in rented houses that gather in a house of the city's
 * own (like Islands Brygge), a joint citizens' service (like Valby), and desks in the premises of others (like International
 * House), and two for the council. Units and houses are the demo's, so nothing in them is true. Returns whether there was anything to do.
 */
export async function loadDemoColocation(db: Db, organisationId: Id, loadDay: Day): Promise<boolean> {
  // The city's first case, told as history, is there already.
  const [present] = await db.execute(sql`
    select 1 from colocation_case where organisation_id = ${organisationId} and name = ${caseName.together} limit 1`);
  const now = new Date(`${loadDay}T09:00:00Z`);
  const [found] = await db.execute<{ id: Id }>(
    sql`select id from account where is_demo and email = 'planner@demo.example'`,
  );
  const planner = found && (await getActorByAccount(db, found.id, now));
  if (present || !planner) return false;
  const sites = await findSites(db, organisationId);
  if (!sites) return false;
  for (const form of demoCases(sites, loadDay)) {
    const made = await createWholeCase(db, planner, WholeCaseForm.parse(form), now);
    if (!made.ok) throw new Error(`The demo's case was refused: ${made.refusal} at ${made.at}.`);
  }
  return true;
}

/** Five rented offices, two halls and a small unit with a neighbour; null where the demo lacks them. */
async function findSites(db: Db, organisationId: Id): Promise<Sites | null> {
  const [hall, otherHall] = await ownHalls(db, organisationId);
  const [small] = await smallUnits(db, organisationId);
  if (!hall || !otherHall || !small) return null;
  const offices = chooseOffices(await rentedOffices(db, organisationId), { hall, otherHall });
  return offices && { ...offices, hall, otherHall, small };
}

/** Rented office houses that units of the city use alone, the dearest first; a unit is in one of them only. */
const rentedOffices = async (db: Db, organisationId: Id): Promise<HousedUnit[]> => [
  ...(await db.execute<HousedUnit & Record<string, unknown>>(sql`
    select r.building_id as "buildingId", (array_agg(distinct k.id))[1] as "contractId", r.unit_ids[1] as "unitId",
           r.area_m2::float8 as "areaM2"
      from portfolio_row_now r join tenancy t on t.building_id = r.building_id and t.side = 'in' and t.valid_to is null
      join contract k on k.id = t.contract_id and k.kind = 'thirdPartyIn' and k.known_from is not null
     where r.organisation_id = ${organisationId} and r.tenure = 'leasedIn' and r.use_group = 'administration'
       and not r.is_protected and cardinality(r.unit_ids) = 1
       and r.unit_ids[1] not in (select o.unit_ids[1] from portfolio_row_now o where o.building_id < r.building_id
         and o.tenure = 'leasedIn' and o.use_group = 'administration' and cardinality(o.unit_ids) = 1)
     group by r.building_id, r.unit_ids, r.area_m2 having count(distinct k.id) = 1 and r.area_m2 >= 300
     order by max(k.annual_rent_ore) desc, r.building_id`)),
];

/** The city's own office houses with most room that nobody rents. */
const ownHalls = async (db: Db, organisationId: Id) => [
  ...(await db.execute<Hall & Record<string, unknown>>(sql`
    select building_id as "buildingId", (area_m2 - let_m2)::float8 as "areaM2" from portfolio_row_now
     where organisation_id = ${organisationId} and tenure = 'owned' and use_group = 'administration' and not is_protected
     order by area_m2 - let_m2 desc, area_m2 desc, building_id limit 2`)),
];

/** The smallest unit that shares an office house of the city's own with others. */
const smallUnits = async (db: Db, organisationId: Id) => [
  ...(await db.execute<{ buildingId: Id; unitId: Id; areaM2: number }>(sql`
    select r.building_id as "buildingId", x.unit_id as "unitId", x.area_m2::float8 as "areaM2"
      from portfolio_row_now r
      join (select t.building_id, k.unit_id, sum(s.area_m2) as area_m2
              from tenancy t join contract k on k.id = t.contract_id join space s on s.id = t.space_id
             where t.valid_to is null and k.kind = 'internal' group by 1, 2) x on x.building_id = r.building_id
      join unit u on u.id = x.unit_id and not u.is_protected
     where r.organisation_id = ${organisationId} and r.tenure = 'owned' and r.use_group = 'administration'
       and not r.is_protected and cardinality(r.unit_ids) > 1
     order by x.area_m2, r.building_id, x.unit_id limit 1`)),
];
