import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase, type OpenDatabase } from "#db/client.server.ts";
import { refreshLeaseLevels } from "#db/commands/lease/refresh-lease-levels.ts";
import { listLeases, type LeaseCut } from "#db/queries/lease/list-leases.ts";
import { CursorFault } from "#db/queries/list-cursor.ts";
import type { Actor, Grant, Role } from "#domain/actor.ts";
import { readLeaseSearch, type LeaseSearch } from "#domain/lease/lease-search.ts";
import { inTransaction } from "../helpers/database.ts";
import { startDemoDatabase, type StartedDatabase } from "../helpers/demo-database.ts";
import { loadDay } from "../helpers/demo-template.ts";

let started: StartedDatabase;
let open: OpenDatabase;
let organisationId: string;

beforeAll(async () => {
  started = await startDemoDatabase();
  open = openDatabase(started.address, { poolSize: 2 });
  const [row] = await open.db.execute<{ id: string }>(sql`select id from organisation`);
  organisationId = row!.id;
});

afterAll(async () => {
  await open.close();
  await started.stop();
});

const as = (role: Role, reach: Partial<Grant> = {}): Actor => ({
  ...{ accountId: organisationId, organisationId, email: "", name: role, locale: null },
  grants: [{ role, administrationIds: [], unitIds: [], ...reach }],
});
const asked = (change: Partial<LeaseSearch> = {}) => ({
  ...readLeaseSearch(new URLSearchParams(), loadDay),
  ...change,
});
const list = (change: Partial<LeaseSearch> = {}, cut: LeaseCut = { limit: 20 }, actor = as("manager")) =>
  listLeases(open.db, actor, asked(change), cut);

test("the totals are of all that is found: internal and out-let m² are the let area, rented-in ones what is rented", async () => {
  const [own, out, rented] = await Promise.all([
    list({ kind: "internal" }),
    list({ kind: "thirdPartyOut" }),
    list({ kind: "thirdPartyIn" }),
  ]);
  expect(own.totals.areaM2 + out.totals.areaM2).toBeCloseTo(2_450_000, 1);
  expect(rented.totals.areaM2).toBeCloseTo(360_000, 1);
  expect(own.items).toHaveLength(20);
  expect(own.totals.count).toBeGreaterThan(500);
});

test("142 leases are in force without KEjd knowing", async () => {
  const { totals, items } = await list({ status: "unknown" });
  expect(totals.count).toBe(142);
  expect(totals.areaM2).toBeCloseTo(60_000, 1);
  expect(items.every(({ status }) => status === "unknown")).toBe(true);
});

test("yearly rents are those of their lines, on the day asked for", async () => {
  const [now, before] = [
    await list({ kind: "internal" }),
    await list({ kind: "internal", on: "2016-06-30" }),
  ];
  const [row] = await open.db.execute<{ ore: number }>(sql`
    select sum(annual_rent_ore)::float8 as ore from contract
     where kind = 'internal' and valid_from <= ${loadDay}::date and (valid_to is null or valid_to > ${loadDay}::date)`);
  expect(now.totals.yearlyOre).toBe(row!.ore);
  expect(now.totals.withoutRent).toBe(0);
  const rate = ({ totals }: typeof now) => totals.yearlyOre / totals.areaM2;
  expect(rate(now)).toBeGreaterThan(rate(before) * 1.05);
});

test("read by cursor, every lease of every order comes once", async () => {
  for (const sort of ["number", "party", "rent", "to"] as const) {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(
        { kind: "thirdPartyIn", sort, order: "desc" },
        { limit: 60, cursor },
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    const { totals } = await list({ kind: "thirdPartyIn" });
    expect([sort, seen.length, new Set(seen).size]).toEqual([sort, totals.count, totals.count]);
  }
});

test("a cursor that was made elsewhere is refused", () =>
  expect(list({}, { limit: 5, cursor: "nonsense" })).rejects.toThrow(CursorFault));

test("a lease is found by its number, its street and its unit", async () => {
  const { items } = await list({ kind: "internal", sort: "rent", order: "desc" }, { limit: 1 });
  const [lease] = items;
  expect((await list({ q: lease!.number.toLowerCase() })).items.map(({ id }) => id)).toContain(lease!.id);
  expect((await list({ q: lease!.unitName! }, { limit: 200 })).items.map(({ id }) => id)).toContain(
    lease!.id,
  );
  expect((await list({ q: "intet hedder sådan" })).totals.count).toBe(0);
});

test("nobody reads another's lease: not in the list, not in its totals", async () => {
  const { items } = await list({ kind: "internal" }, { limit: 400 });
  const lease = items.find(({ unitName }) => unitName !== null)!;
  const [unit] = await open.db.execute<{ id: string; administrationId: string }>(
    sql`select unit_id as id, administration_id as "administrationId" from contract where id = ${lease.id}`,
  );
  const leader = as("leader", { unitIds: [unit!.id] });
  const hers = await list({ status: null }, { limit: 200 }, leader);
  expect(hers.items.map(({ id }) => id)).toContain(lease.id);
  expect(new Set(hers.items.map(({ unitName }) => unitName))).toEqual(new Set([lease.unitName]));
  expect(hers.totals.count).toBe(hers.items.length);
  const user = as("administrationUser", { administrationIds: [unit!.administrationId] });
  const theirs = await list({ status: null }, { limit: 5_000 }, user);
  expect(new Set(theirs.items.map(({ administrationName }) => administrationName)).size).toBe(1);
  expect((await list({}, { limit: 5 }, as("craftsman"))).totals).toEqual({
    ...{ count: 0, areaM2: 0, yearlyOre: 0, rentedM2: 0, rentedOre: 0, withoutRent: 0 },
  });
  const planner = await list({ status: null }, { limit: 5_000 }, as("planner"));
  const hidden = await open.db.execute<{ id: string }>(
    sql`select k.id from contract k join unit u on u.id = k.unit_id and u.is_protected`,
  );
  expect(hidden.length).toBeGreaterThan(0);
  const shown = new Set(planner.items.map(({ id }) => id));
  expect(hidden.filter(({ id }) => shown.has(id))).toEqual([]);
});

test("every lease has one set of terms and its parties on the day, and no invented person", async () => {
  const [row] = await open.db.execute<Record<string, number>>(sql`
    with running as (select id, kind from contract where valid_from <= ${loadDay}::date and (valid_to is null or valid_to > ${loadDay}::date))
    select (select count(*)::int from running) as leases,
           (select count(*)::int from running k join lease_term t on t.contract_id = k.id
              and t.valid_from <= ${loadDay}::date and (t.valid_to is null or t.valid_to > ${loadDay}::date)) as terms,
           (select count(distinct k.id)::int from running k join lease_party p on p.contract_id = k.id and p.role = 'landlord') as landlords,
           (select count(distinct k.id)::int from running k join lease_party p on p.contract_id = k.id and p.role = 'payer') as payers,
           (select count(*)::int from lease_party where mail <> '' and mail not like '%.example') as mails,
           (select count(*)::int from lease_option) as options`);
  expect(row!.terms).toBe(row!.leases);
  expect(row!.landlords).toBe(row!.leases);
  expect(row!.payers).toBe(row!.leases);
  expect(row!.mails).toBe(0);
  expect(row!.options).toBeGreaterThan(20);
});

test("rebuilding the levels of some leases changes nothing that was right", () =>
  inTransaction(open.db, async (db) => {
    const { items } = await listLeases(db, as("manager"), asked({ kind: "thirdPartyOut" }), { limit: 5 });
    const ids = items.map(({ id }) => id);
    await refreshLeaseLevels(db, organisationId, ids);
    const again = await listLeases(db, as("manager"), asked({ kind: "thirdPartyOut" }), { limit: 5 });
    expect(again.items).toEqual(items);
  }));
