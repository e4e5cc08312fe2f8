import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { refreshPortfolio } from "#db/commands/refresh-portfolio.ts";
import type { Actor, Role } from "#domain/actor.ts";
import type { HandOverFacts, HandOverForm } from "#domain/hand-over/hand-over-facts.ts";
import { newId, type Id } from "#domain/id.ts";
import { insertVersion } from "./small-portfolio-lives.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "./small-portfolio.ts";

/** The small portfolio with leases that BUF (or SOF) runs alone, each in a building of its own, and people with accounts. */
export interface OutsideLeases extends SmallPortfolio {
  leases: { contractId: Id; buildingId: Id; number: string; areaM2: number }[];
  /** Somebody of a role with an account, as those who write rows must have. */
  person: (role: Role, administrationIds?: Id[]) => Promise<Actor>;
}

const source = "Prøve";

export async function givenOutsideLeases(db: Db, count: number, { ofSof = 0 } = {}): Promise<OutsideLeases> {
  const small = await insertSmallPortfolio(db);
  const leases: OutsideLeases["leases"] = [];
  for (let index = 0; index < count + ofSof; index++)
    leases.push(await insertLease(db, small, index, index < count ? small.buf : small.sof));
  await refreshPortfolio(
    db,
    small.organisationId,
    leases.map(({ buildingId }) => buildingId),
  );
  return { ...small, leases, person: (role, ids = []) => givenPerson(db, small, role, ids) };
}

async function insertLease(db: Db, { organisationId }: SmallPortfolio, index: number, administration: Id) {
  const [property, address, building, floor, space, contract] = Array.from({ length: 6 }, newId) as Id[];
  const areaM2 = 100 + index;
  await db.execute(sql`insert into property (id, organisation_id, bfe_number, name, source, recorded_on)
    values (${property}, ${organisationId}, ${200_000_000 + index}, 'Udenfor', ${source}, '2015-01-01')`);
  await db.execute(sql`insert into address (id, organisation_id, property_id, street, house_number, postcode, town, position_wgs84)
    values (${address}, ${organisationId}, ${property}, 'Udenforgade', ${String(index + 1)}, '2300', 'København S',
      st_setsrid(st_makepoint(12.58, 55.66), 4326))`);
  await db.execute(sql`insert into building (id, organisation_id, property_id, address_id, name, position_wgs84, state, source, recorded_on)
    values (${building}, ${organisationId}, ${property}, ${address}, ${`Udenforgade ${index + 1}`},
      st_setsrid(st_makepoint(12.58, 55.66), 4326), 'registered', ${source}, '2015-01-01')`);
  await insertVersion(db, organisationId, building!, "outside", "2018-01-01", null, areaM2);
  await db.execute(sql`insert into floor (id, organisation_id, building_id, level, area_m2, valid_from)
    values (${floor}, ${organisationId}, ${building}, 0, ${areaM2}, '2018-01-01')`);
  await db.execute(sql`insert into space (id, organisation_id, building_id, floor_id, number, area_m2, is_undivided, valid_from,
      source, method, recorded_on)
    values (${space}, ${organisationId}, ${building}, ${floor}, '0', ${areaM2}, true, '2018-01-01', ${source}, 'estimate', '2018-01-01')`);
  const number = `3P-IND-${String(index + 1).padStart(5, "0")}`;
  await db.execute(sql`insert into contract (id, organisation_id, number, kind, administration_id, counterparty, valid_from,
      valid_to, notice_months, annual_rent_ore, known_from, source, recorded_on)
    values (${contract}, ${organisationId}, ${number}, 'thirdPartyIn', ${administration}, 'Udlejer A (fiktiv)', '2018-01-01',
      null, 6, 9000000, null, ${source}, '2018-01-01')`);
  await db.execute(sql`insert into tenancy (id, organisation_id, contract_id, building_id, space_id, side, valid_from)
    values (${newId()}, ${organisationId}, ${contract}, ${building}, ${space}, 'in', '2018-01-01')`);
  return { contractId: contract!, buildingId: building!, number, areaM2 };
}

async function givenPerson(
  db: Db,
  small: SmallPortfolio,
  role: Role,
  administrationIds: Id[],
): Promise<Actor> {
  const actor = small.as(role, { administrationIds });
  await db.execute(sql`insert into account (id, organisation_id, email, name, password_hash)
    values (${actor.accountId}, ${actor.organisationId}, ${`${actor.accountId}@prøve.example`}, ${actor.name}, '-')`);
  return actor;
}

/** A lease that nobody knew of, as an administration tells of it. */
export function foundLease(administrationId: Id, facts: Partial<HandOverFacts> = {}): HandOverForm {
  return {
    ...{ kind: "lease", administrationId, contractId: null, buildingId: null, unitId: null },
    facts: {
      ...{ street: "Fundvej", houseNumber: "9", postcode: "2300", town: "København S", premises: "2. sal" },
      ...{ position: [12.59, 55.665], useCode: "441", areaM2: 250, counterparty: "Udlejer B (fiktiv)" },
      ...{ startsOn: "2021-05-01", lastDay: "2030-04-30", noticeMonths: 6, nonTerminableUntil: null },
      ...{ annualRentOre: 20_000_000, bfeNumber: null, builtYear: null, note: "" },
      ...facts,
    },
  };
}

/** A lease that the register has, handed over as it stands there. */
export const knownLease = (
  administrationId: Id,
  { contractId, buildingId, number }: OutsideLeases["leases"][number],
  facts: Partial<HandOverFacts> = {},
): HandOverForm => ({
  ...{ kind: "lease", administrationId, contractId, buildingId, unitId: null },
  facts: {
    ...foundLease(administrationId).facts,
    ...{
      street: "Udenforgade",
      houseNumber: String(Number(number.slice(-5))),
      premises: "",
      startsOn: "2018-01-01",
    },
    ...{ counterparty: "Udlejer A (fiktiv)", lastDay: null, ...facts },
  },
});
