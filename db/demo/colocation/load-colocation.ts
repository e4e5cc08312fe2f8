import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { createWholeCase } from "#db/commands/colocation/create-whole-case.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import { WholeCaseForm } from "#domain/colocation/whole-case-form.ts";
import { addYears, yearOf, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** A house with one external lease, and who sits there. */
interface Rented extends Record<string, unknown> {
  buildingId: Id;
  contractId: Id;
  unitIds: Id[];
}

/**
 * Gives the demo three co-location cases, where it has none: offices in rented houses that gather in a house of the city's own
 * (like Islands Brygge), a joint citizens' service (like Valby), and two desks in the premises of others (like International
 * House). Units and houses are the demo's, so nothing in them is true. Returns whether there was anything to do.
 */
export async function loadDemoColocation(db: Db, organisationId: Id, loadDay: Day): Promise<boolean> {
  const [present] = await db.execute(
    sql`select 1 from colocation_case where organisation_id = ${organisationId} limit 1`,
  );
  const now = new Date(`${loadDay}T09:00:00Z`);
  const [found] = await db.execute<{ id: Id }>(
    sql`select id from account where is_demo and email = 'planner@demo.example'`,
  );
  const planner = found && (await getActorByAccount(db, found.id, now));
  if (present || !planner) return false;
  const rented = await rentedOffices(db, organisationId);
  const [hall] = await ownHalls(db, organisationId);
  if (rented.length < 5 || !hall) return false;
  for (const form of casesOf(rented, hall, loadDay)) {
    const made = await createWholeCase(db, planner, WholeCaseForm.parse(form), now);
    if (!made.ok) throw new Error(`The demo's case was refused: ${made.refusal} at ${made.at}.`);
  }
  return true;
}

/** Rented office houses that units of the city use alone, the dearest first; a unit is in one of them only. */
const rentedOffices = async (db: Db, organisationId: Id): Promise<Rented[]> => [
  ...(await db.execute<Rented>(sql`
    select r.building_id as "buildingId", (array_agg(distinct k.id))[1] as "contractId", r.unit_ids as "unitIds"
      from portfolio_row_now r join tenancy t on t.building_id = r.building_id and t.side = 'in' and t.valid_to is null
      join contract k on k.id = t.contract_id and k.kind = 'thirdPartyIn' and k.known_from is not null
     where r.organisation_id = ${organisationId} and r.tenure = 'leasedIn' and r.use_group = 'administration'
       and not r.is_protected and cardinality(r.unit_ids) = 1
       and r.unit_ids[1] not in (select o.unit_ids[1] from portfolio_row_now o where o.building_id < r.building_id
         and o.tenure = 'leasedIn' and o.use_group = 'administration' and cardinality(o.unit_ids) = 1)
     group by r.building_id, r.unit_ids, r.area_m2 having count(distinct k.id) = 1 and r.area_m2 between 300 and 3000
     order by max(k.annual_rent_ore) desc, r.building_id limit 6`)),
];

/** The city's own office houses with most room that nobody rents. */
const ownHalls = async (db: Db, organisationId: Id) => [
  ...(await db.execute<{ buildingId: Id; freeM2: number }>(sql`
    select building_id as "buildingId", area_m2 - let_m2 as "freeM2" from portfolio_row_now
     where organisation_id = ${organisationId} and tenure = 'owned' and use_group = 'administration' and not is_protected
     order by area_m2 - let_m2 desc, area_m2 desc, building_id limit 1`)),
];

const lease = (key: string, { buildingId, contractId }: Rented) => ({
  ...{ key, buildingId, contractId, whenVacated: "endLease" },
});

/** Places and m² of an office: seven desks to ten, a meeting room that may be shared, and rooms for confidential talks. */
const office = (unitId: Id, employees: number) => ({
  ...{ unitId, employees },
  needs: [
    {
      roomFunction: "workplace",
      places: Math.ceil(employees * 0.7),
      areaM2: employees * 10,
      mayShare: false,
    },
    { roomFunction: "meeting", places: 12, areaM2: 40, mayShare: true },
    { roomFunction: "confidential", places: 2, areaM2: 15, mayShare: false },
  ],
});

const to = (premisesId: string, fromDay: Day, ...unitIds: Id[]) =>
  unitIds.map((unitId) => ({ unitId, premisesId, standing: "assigned", fromDay }));

function casesOf(rented: readonly Rented[], hall: { buildingId: Id }, loadDay: Day): object[] {
  const [a, b, c, d, e] = rented as [Rented, Rented, Rented, Rented, Rented];
  const [ua, ub, uc, ud, ue] = [a, b, c, d, e].map(({ unitIds }) => unitIds[0]!) as [Id, Id, Id, Id, Id];
  const year = yearOf(loadDay);
  const common = { priceYear: year, horizonYears: 20, startOn: `${year + 1}-01-01`, ratesAsOf: loadDay };
  const soon = `${year + 1}-01-01`;
  const later = addYears(soon, 1);
  const own = { key: "hall", buildingId: hall.buildingId, whenVacated: "keep" };
  return [
    {
      ...{ ...common, name: "Fælles kontorhus efter forbillede af Islands Brygge (fiktiv)" },
      purpose: "Tre lejede kontorer kan samles i et af kommunens egne huse.",
      premises: [lease("a", a), lease("b", b), lease("c", c), own],
      units: [office(ua, 60), office(ub, 35), office(uc, 24)],
      scenarios: [
        {
          name: "Alle tre i kommunens hus",
          placements: [...to("hall", soon, ua, ub), ...to("hall", later, uc)],
        },
        { name: "Kun det største", placements: to("hall", soon, ua) },
        { name: "To flytter ind hos det største", placements: to("a", soon, ub, uc) },
      ],
      conditions: [
        {
          ...{ unitId: uc, strength: "soft", kind: "apart", otherUnitId: ub, yearlyPriceOre: 60_000_00 },
          words: "Borgerne skal kunne komme uden at møde den anden enheds borgere.",
        },
      ],
    },
    {
      ...{ ...common, name: "Fælles borgerservice efter forbillede af Valby (fiktiv)" },
      purpose: "To enheder deler modtagelse, post og små håndværksydelser under samme tag.",
      premises: [lease("d", d), lease("e", e)],
      units: [office(ud, 22), office(ue, 18)],
      scenarios: [
        { name: "Sammen i det ene lejemål", placements: to("d", soon, ue) },
        { name: "Sammen i det andet lejemål", placements: to("e", soon, ud) },
      ],
      conditions: [
        {
          ...{ unitId: ud, strength: "hard", kind: "within", distanceMeters: 4_000 },
          words: "Borgerne skal kunne komme hertil uden skift.",
        },
      ],
    },
    {
      ...{
        ...common,
        horizonYears: 10,
        name: "To pladser hos andre efter forbillede af International House (fiktiv)",
      },
      purpose: "Et lille kontor på to medarbejdere kan sidde i en andens lokaler.",
      premises: [lease("e", e), lease("d", d)],
      units: [{ unitId: ue, employees: 2, needs: [{ roomFunction: "workplace", places: 2, areaM2: 20 }] }],
      scenarios: [{ name: "To pladser hos naboen", placements: to("d", soon, ue) }],
    },
  ];
}
