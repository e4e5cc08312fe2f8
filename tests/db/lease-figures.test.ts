import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase, type OpenDatabase } from "#db/client.server.ts";
import { listLeases } from "#db/queries/lease/list-leases.ts";
import { listVacancy, sumPortfolioArea } from "#db/queries/lease/list-vacancy.ts";
import { summariseLeases, type FiguresAsked } from "#db/queries/lease/summarise-leases.ts";
import { listBreaks } from "#db/queries/lease-date/list-breaks.ts";
import type { Actor, Grant, Role } from "#domain/actor.ts";
import { addMonths } from "#domain/day.ts";
import { readLeaseSearch, type LeaseSearch } from "#domain/lease/lease-search.ts";
import { reachMeters } from "#domain/lease-date/match-space.ts";
import { startDemoDatabase, type StartedDatabase } from "../helpers/demo-database.ts";
import { loadDay } from "../helpers/demo-template.ts";

let started: StartedDatabase;
let open: OpenDatabase;
let organisationId: string;
let units: { plain: string; shelter: string };

beforeAll(async () => {
  started = await startDemoDatabase();
  open = openDatabase(started.address, { poolSize: 2 });
  const [row] = await open.db.execute<{ id: string; plain: string; shelter: string }>(sql`
    select o.id, (select unit_id from contract k join unit u on u.id = k.unit_id where k.kind = 'internal' and not u.is_protected
                   and k.valid_to is null order by k.number limit 1) as plain,
           (select unit_id from contract k join unit u on u.id = k.unit_id where u.is_protected and k.valid_to is null
             order by k.number limit 1) as shelter from organisation o`);
  organisationId = row!.id;
  units = row!;
});

afterAll(async () => {
  await open.close();
  await started.stop();
});

const as = (role: Role, reach: Partial<Grant> = {}): Actor => ({
  ...{ accountId: organisationId, organisationId, email: "", name: role, locale: null },
  grants: [{ role, administrationIds: [], unitIds: [], ...reach }],
});
const figures = (change: Partial<FiguresAsked> = {}, actor = as("manager")) =>
  summariseLeases(open.db, actor, { on: loadDay, kind: null, administration: null, ...change });
const listed = async (change: Partial<LeaseSearch>) => {
  const search = { ...readLeaseSearch(new URLSearchParams(), loadDay), ...change };
  return (await listLeases(open.db, as("manager"), search, { limit: 1 })).totals;
};
const sum = <Row>(rows: readonly Row[], of: (row: Row) => number) =>
  rows.reduce((all, row) => all + of(row), 0);

test("the rent roll, the expiries and the forecast speak of the same leases as the list", async () => {
  const found = await figures();
  const all = await listed({});
  expect(sum(found.kinds, ({ count }) => count)).toBe(all.count);
  expect(sum(found.kinds, ({ yearlyOre }) => yearlyOre)).toBe(all.yearlyOre);
  expect(sum(found.expiries, ({ count }) => count)).toBe(all.count);
  expect(sum(found.expiries, ({ yearlyOre }) => yearlyOre)).toBe(all.yearlyOre);
  expect(sum(found.ending, ({ yearlyOre }) => yearlyOre)).toBe(all.yearlyOre);
  expect(found.ending.every(({ indexedOre, yearlyOre }) => indexedOre >= 0 && indexedOre <= yearlyOre)).toBe(
    true,
  );
});

test("every figure opens to the leases that it counts", async () => {
  const found = await figures();
  const year = found.expiries.find(({ year: one }) => one !== null)!.year!;
  const ofYear = found.expiries.filter((expiry) => expiry.year === year);
  expect((await listed({ ends: year })).count).toBe(sum(ofYear, ({ count }) => count));
  const open = found.expiries.filter((expiry) => expiry.year === null);
  expect((await listed({ ends: "never" })).count).toBe(sum(open, ({ count }) => count));
  const [landlord] = found.landlords;
  const theirs = await listed({ kind: "thirdPartyIn", party: landlord!.key });
  expect([theirs.count, theirs.yearlyOre]).toEqual([landlord!.count, landlord!.yearlyOre]);
  const [address] = found.addresses;
  const there = await listed({ address: address!.key });
  expect([there.count, there.yearlyOre]).toEqual([address!.count, address!.yearlyOre]);
  const [rate] = found.rates;
  expect((await listed({ kind: rate!.kind, use: rate!.useGroup })).count).toBeGreaterThanOrEqual(rate!.count);
});

test("figures are of the leases that one may read; a protected unit's are for those inside", async () => {
  const own = await figures({}, as("leader", { unitIds: [units.plain] }));
  expect(sum(own.kinds, ({ count }) => count)).toBeGreaterThan(0);
  expect(own.landlords).toEqual([]);
  expect(own.rates).toEqual([]);
  const [all, planner] = [await figures(), await figures({}, as("planner"))];
  const protectedCount = sum(all.kinds, ({ count }) => count) - sum(planner.kinds, ({ count }) => count);
  const [row] = await open.db.execute<{ count: number }>(sql`
    select count(*)::int as count from contract k join unit u on u.id = k.unit_id
     where u.is_protected and k.valid_from <= ${loadDay}::date and (k.valid_to is null or k.valid_to > ${loadDay}::date)`);
  expect(protectedCount).toBe(row!.count);
  expect(protectedCount).toBeGreaterThan(0);
});

test("what is dear is above the middle of five or more like it", async () => {
  const { dearest, rates } = await figures();
  expect(dearest).toHaveLength(10);
  for (const lease of dearest) {
    const spread = rates.find(({ kind, useGroup }) => kind === lease.kind && useGroup === lease.useGroup)!;
    expect(spread.count).toBeGreaterThanOrEqual(5);
    expect(lease.rateOre).toBeGreaterThan(spread.middleOre);
  }
  expect([...dearest].sort((a, b) => b.aboveOre - a.aboveOre)).toEqual(dearest);
});

test("50,000 m² stand vacant, two per cent of the portfolio", async () => {
  const vacant = await listVacancy(open.db, as("manager"), loadDay);
  const areas = await sumPortfolioArea(open.db, as("manager"), loadDay);
  expect(sum(vacant, ({ vacantM2 }) => vacantM2)).toBeCloseTo(50_000, 0);
  expect(sum(areas, ({ areaM2 }) => areaM2)).toBeCloseTo(2_500_000, 0);
  const leader = as("leader", { unitIds: [units.plain] });
  expect((await listVacancy(open.db, leader, loadDay)).length).toBeLessThan(vacant.length);
});

test("leases that can end within two years meet free space that fits, the best first, within reach", async () => {
  const breaks = await listBreaks(open.db, as("manager"), loadDay);
  expect(breaks.length).toBeGreaterThan(20);
  const last = addMonths(loadDay, 24);
  const matched = breaks.filter(({ spaces }) => spaces.length > 0);
  expect(matched.length).toBeGreaterThan(0);
  for (const { lease, end, spaces, areaM2, useGroup } of breaks) {
    expect(lease.kind).toBe("thirdPartyIn");
    expect(end.on <= last).toBe(true);
    for (const { vacantM2, distanceMeters } of spaces) {
      expect(vacantM2).toBeGreaterThanOrEqual(areaM2 * 0.9);
      expect(distanceMeters).toBeLessThanOrEqual(reachMeters[useGroup]);
    }
    expect(spaces.map(({ score }) => score)).toEqual(spaces.map(({ score }) => score).sort((a, b) => b - a));
  }
  const planner = await listBreaks(open.db, as("planner"), loadDay);
  expect(planner.length).toBeLessThanOrEqual(breaks.length);
  const own = await open.db.execute<{ id: string }>(
    sql`select id from contract where unit_id = ${units.shelter}`,
  );
  const ofShelter = breaks.filter(({ lease }) => own.some(({ id }) => id === lease.contractId));
  const seen = await listBreaks(open.db, as("leader", { unitIds: [units.shelter] }), loadDay);
  expect(seen.map(({ lease }) => lease.contractId)).toEqual(ofShelter.map(({ lease }) => lease.contractId));
});
