import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { refreshPortfolio } from "#db/commands/refresh-portfolio.ts";
import type { Actor, Grant, Role } from "#domain/actor.ts";
import { insertLives, insertVersion } from "./small-portfolio-lives.ts";
import type { SmallPortfolioIds as Ids } from "./small-portfolio-lives.ts";
import { newId } from "#domain/id.ts";
import type { Id } from "#domain/id.ts";

/** A portfolio small enough to know by heart, and anyone's view of it. */
export interface SmallPortfolio extends Ids {
  as: (role: Role, reach?: Partial<Pick<Grant, "administrationIds" | "unitIds">>) => Actor;
}

const source = "Prøve";

/** Inserts the small portfolio under an organisation of its own and refreshes its read models. */
export async function insertSmallPortfolio(db: Db): Promise<SmallPortfolio> {
  const ids = Object.fromEntries(
    [
      "organisationId",
      "buf",
      "sof",
      "solsikken",
      "skolen",
      "shelter",
      "daycare",
      "shelterHouse",
      "office",
      "store",
    ].map((name) => [name, newId()]),
  ) as unknown as Ids;
  await insertParties(db, ids);
  const buildings = [
    [ids.daycare, "Børnehuset Åkanden", "Ågade", "12 A", 100_000_001, "owned", "2016-01-01", null, 900],
    [
      ids.shelterHouse,
      "Huset ved Havnen",
      "Øster Havnegade",
      "5",
      100_000_002,
      "owned",
      "2015-01-01",
      null,
      400,
    ],
    [
      ids.office,
      "Rådgivningen på Hjørnet",
      "Ærøvej",
      "7",
      100_000_003,
      "leasedIn",
      "2020-01-01",
      "2023-01-01",
      300,
    ],
    [ids.store, "Depot 50%_A\\B", "Lagervej", "3", 100_000_004, "owned", "2016-01-01", null, 60],
  ] as const;
  for (const building of buildings) await insertBuilding(db, ids.organisationId, building);
  await insertVersion(db, ids.organisationId, ids.office, "leasedIn", "2024-01-01", null, 300);
  await insertLives(db, ids);
  await refreshPortfolio(db, ids.organisationId, "all");
  return { ...ids, as: (role, reach) => actorAs(ids.organisationId, role, reach) };
}

const actorAs = (
  organisationId: Id,
  role: Role,
  reach: Partial<Pick<Grant, "administrationIds" | "unitIds">> = {},
): Actor => ({
  ...{ accountId: newId(), organisationId, email: `${role}@prøve.example`, name: role, locale: null },
  grants: [{ role, administrationIds: [], unitIds: [], ...reach }],
});

async function insertParties(db: Db, ids: Ids) {
  await db.execute(sql`insert into organisation (id, name, municipality_code)
    values (${ids.organisationId}, 'Prøvekommunen', '0101')`);
  await db.execute(sql`insert into administration (id, organisation_id, code, name) values
    (${ids.buf}, ${ids.organisationId}, 'BUF', 'Børne- og Ungdomsforvaltningen'),
    (${ids.sof}, ${ids.organisationId}, 'SOF', 'Socialforvaltningen')`);
  await db.execute(sql`insert into unit (id, organisation_id, administration_id, code, name, kind, is_protected, valid_from)
    values (${ids.solsikken}, ${ids.organisationId}, ${ids.buf}, 'U1', 'Solsikken', 'daycare', false, '2016-01-01'),
      (${ids.skolen}, ${ids.organisationId}, ${ids.buf}, 'U2', 'Kålgårdsskolen', 'school', false, '2016-01-01'),
      (${ids.shelter}, ${ids.organisationId}, ${ids.sof}, 'U3', 'Krisehjemmet Læ', 'shelter', true, '2015-01-01')`);
  await db.execute(sql`insert into building_use (code, name_da, name_en, use_group, is_phased_out)
    values ('441', 'Daginstitution', 'Daycare', 'daycare', false) on conflict (code) do nothing`);
}

type BuildingLine = readonly [
  Id,
  string,
  string,
  string,
  number,
  "owned" | "leasedIn",
  string,
  string | null,
  number,
];

async function insertBuilding(db: Db, organisationId: Id, line: BuildingLine) {
  const [id, name, street, number, bfe, tenure, from, to, areaM2] = line;
  const [propertyId, addressId] = [newId(), newId()];
  const place = sql`st_setsrid(st_makepoint(12.55 + ${bfe - 100_000_000}::int * 0.0003, 55.69), 4326)`;
  await db.execute(sql`insert into property (id, organisation_id, bfe_number, name, source, recorded_on)
    values (${propertyId}, ${organisationId}, ${bfe}, ${name}, ${source}, '2016-01-01')`);
  await db.execute(sql`insert into address (id, organisation_id, property_id, street, house_number, postcode, town, position_wgs84)
    values (${addressId}, ${organisationId}, ${propertyId}, ${street}, ${number}, '2200', 'København N', ${place})`);
  await db.execute(sql`insert into building (id, organisation_id, property_id, address_id, bbr_id, bbr_number, name,
      position_wgs84, footprint_wgs84, state, source, recorded_on)
    values (${id}, ${organisationId}, ${propertyId}, ${addressId}, gen_random_uuid(), 1, ${name}, ${place},
      st_multi(st_expand(${place}, 0.0001, 0.00005)), 'registered', ${source}, '2016-01-01')`);
  await insertVersion(db, organisationId, id, tenure, from, to, areaM2);
}
