import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase, type OpenDatabase } from "#db/client.server.ts";
import { caseName } from "#db/demo/colocation/demo-cases.ts";
import { readColocationCase } from "#db/queries/colocation/read-case.ts";
import { readCandidatePlaces } from "#db/queries/colocation/read-candidate-places.ts";
import { compareRent } from "#db/queries/rent/compare-rent.ts";
import { getLease } from "#db/queries/rent/get-lease.ts";
import { getRentBasis } from "#db/queries/rent/get-rent-basis.ts";
import type { Actor, Grant, Role } from "#domain/actor.ts";
import { addDays, yearOf } from "#domain/day.ts";
import { explainChange } from "#domain/rent/explain-change.ts";
import { rentLines } from "#domain/rent/rent-lines.ts";
import { inTransaction } from "../helpers/database.ts";
import { startDemoDatabase, type StartedDatabase } from "../helpers/demo-database.ts";
import { loadDay } from "../helpers/demo-template.ts";

let started: StartedDatabase;
let open: OpenDatabase;
let organisationId: string;
let lease: { id: string; annualRentOre: number; unitId: string };
const year = yearOf(loadDay);

beforeAll(async () => {
  started = await startDemoDatabase();
  open = openDatabase(started.address, { poolSize: 2 });
  const [row] = await open.db.execute<typeof lease & { organisationId: string }>(sql`
    select k.id, k.organisation_id as "organisationId", k.annual_rent_ore as "annualRentOre", k.unit_id as "unitId"
      from contract k join unit u on u.id = k.unit_id and not u.is_protected and u.kind = 'daycare'
     where k.kind = 'internal' and k.valid_from < ${`${year - 12}-01-01`}::date
       and (k.valid_to is null or k.valid_to > ${`${year + 1}-01-01`}::date) order by k.id limit 1`);
  lease = row!;
  organisationId = row!.organisationId;
});

afterAll(async () => {
  await open.close();
  await started.stop();
});

const as = (role: Role, reach: Partial<Grant> = {}): Actor => ({
  ...{ accountId: organisationId, organisationId, email: "", name: role, locale: null },
  grants: [{ role, administrationIds: [], unitIds: [], ...reach }],
});
const manager = () => as("manager");
const linesOf = async (of: number) => {
  const answer = rentLines(
    await getRentBasis(open.db, manager(), lease.id),
    `${of}-01-01`,
    `${of + 1}-01-01`,
  );
  if (!answer.ok) throw new Error(answer.month);
  return answer.value;
};

test("every lease in force comes to its yearly rent by its lines, to the øre", async () => {
  const leases = await open.db.execute<{ id: string; ore: number }>(sql`
    select k.id, k.annual_rent_ore::float8 as ore from contract k
     where k.valid_from <= ${loadDay}::date and (k.valid_to is null or k.valid_to > ${loadDay}::date)
       and exists (select 1 from tenancy t where t.contract_id = k.id and t.valid_from <= ${loadDay}::date
                      and (t.valid_to is null or t.valid_to > ${loadDay}::date))
     order by md5(k.id::text) limit 60`);
  for (const { id, ore } of leases) {
    const answer = rentLines(await getRentBasis(open.db, manager(), id), loadDay, addDays(loadDay, 1));
    if (!answer.ok) throw new Error(answer.month);
    const yearly = answer.value.lines.reduce((sum, line) => sum + Math.round(line.yearlyOre), 0);
    expect([id, yearly]).toEqual([id, ore]);
  }
  expect(leases.length).toBe(60);
});

test("what a rented house costs follows the day asked for, though nobody writes on it", async () => {
  const paid = async (on: string) => {
    const { houses } = await readCandidatePlaces(open.db, as("planner"), on);
    return houses.filter(({ contractId }) => contractId !== null);
  };
  const levels = (on: string) =>
    open.db.execute<{ id: string; ore: number }>(sql`
      select contract_id as id, yearly_ore::float8 as ore from lease_level
       where valid_from <= ${on}::date and valid_to > ${on}::date`);
  for (const on of [loadDay, `${year - 2}-06-01`]) {
    const due = new Map((await levels(on)).map(({ id, ore }) => [id, ore]));
    const houses = await paid(on);
    const alone = houses.filter(
      ({ externalRentOre, contractId }) => externalRentOre === due.get(contractId!),
    );
    expect([on, alone.length / houses.length > 0.9]).toEqual([on, true]);
  }
});

test("a case has the rents of its price year, whenever it is read after that", () =>
  inTransaction(open.db, async (db) => {
    const priceYear = year - 2;
    const [found] = await db.execute<{ id: string }>(sql`
      update colocation_case set price_year = ${priceYear} where name = ${caseName.together} returning id`);
    const inputs = await readColocationCase(db, as("planner"), found!.id, loadDay);
    const rented = inputs!.premises.filter(({ lease }) => lease !== null);
    const due = await db.execute<{ id: string; ore: number }>(sql`
      select k.id, l.yearly_ore::float8 as ore from contract k join lease_level l on l.contract_id = k.id
         and l.valid_from <= greatest(k.valid_from, ${`${priceYear}-12-31`}::date)
         and l.valid_to > greatest(k.valid_from, ${`${priceYear}-12-31`}::date)`);
    const oreOf = new Map(due.map(({ id, ore }) => [id, ore]));
    expect(rented.length).toBe(3);
    const dueOf = ({ lease: of }: (typeof rented)[number]) => oreOf.get(of!.contractId)!;
    expect(rented.map(({ externalRentOre }) => externalRentOre)).toEqual(rented.map(dueOf));
    // Had it had twice the m² then, the m² of today would cost half as much each.
    await db.execute(sql`update lease_level set area_m2 = area_m2 * 2`);
    const smaller = await readColocationCase(db, as("planner"), found!.id, loadDay);
    const grown = smaller!.premises.find(({ id }) => id === rented[0]!.id)!;
    expect(Math.abs(grown.externalRentOre - dueOf(rented[0]!) / 2)).toBeLessThan(2);
  }));

test("the causes of a change sum to it; with terms and m² as they were it is the index alone", async () => {
  const [before, now] = [await linesOf(year - 1), await linesOf(year)];
  const changes = explainChange(before.lines, now.lines);
  expect(changes.reduce((sum, { deltaOre }) => sum + deltaOre, 0)).toBe(now.totalOre - before.totalOre);
  expect(now.totalOre).toBeGreaterThan(before.totalOre);
  expect(
    changes.find(({ cause, key }) => cause === "index" && key === "base:capital")!.deltaOre,
  ).toBeGreaterThan(0);
});

test("a lease is read by those whose it is, and compared without telling whose the others are", async () => {
  const own = as("leader", { unitIds: [lease.unitId] });
  const other = as("leader", { unitIds: ["00000000-0000-7000-8000-000000000000"] });
  expect((await getLease(open.db, own, lease.id))?.annualRentOre).toBe(lease.annualRentOre);
  expect(await getLease(open.db, other, lease.id)).toBeNull();
  expect(await getLease(open.db, as("craftsman"), lease.id)).toBeNull();
  const compared = await compareRent(open.db, own, (await getLease(open.db, own, lease.id))!, loadDay);
  expect(Object.keys(compared!).sort()).toEqual(["count", "highestOre", "lowestOre", "medianOre"]);
  expect(compared!.lowestOre).toBeLessThan(compared!.highestOre);
});

test("of one line there is one term at a time, and a corrected index month counts in its newest form", () =>
  inTransaction(open.db, async (db) => {
    await db.execute(sql`
      insert into price_index (id, organisation_id, key, month, value, source, recorded_at)
      select gen_random_uuid(), organisation_id, key, month, value + 10, 'Rettet', recorded_at + interval '1 day'
        from price_index where organisation_id = ${organisationId} and key = 'npi' order by month desc limit 1`);
    const { figures } = await getRentBasis(db, manager(), lease.id);
    const months = figures.map(({ month }) => month);
    expect(new Set(months).size).toBe(months.length);
    await expect(
      db.execute(sql`
        insert into rent_term (id, organisation_id, contract_id, kind, basis, yearly_ore, source, valid_from)
        select gen_random_uuid(), organisation_id, contract_id, kind, basis, 1, 'Dobbelt', valid_from
          from rent_term where contract_id = ${lease.id} and kind = 'taxes'`),
    ).rejects.toThrow();
  }));
