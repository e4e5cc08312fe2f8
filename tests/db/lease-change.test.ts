import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { confirmChange } from "#db/commands/lease/confirm-change.ts";
import { markStep, undoChange } from "#db/commands/lease/undo-change.ts";
import { listBuildingLeases } from "#db/queries/building/list-building-leases.ts";
import { getLeaseLife } from "#db/queries/lease/get-lease-life.ts";
import type { Actor, Grant, Role } from "#domain/actor.ts";
import type { ChangePlan } from "#domain/lease/change-form.ts";
import { newId } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const now = new Date("2026-11-20T10:00:00Z");

interface There {
  db: Db;
  small: SmallPortfolio;
  manager: Actor;
  as: (role: Role, reach?: Partial<Grant>) => Promise<Actor>;
  lease: string;
}

/** The daycare's own lease, with a rent line, terms and a service that comes again. */
const inPortfolio = (work: (there: There) => Promise<void>) =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const as = async (role: Role, reach: Partial<Grant> = {}) => {
      const actor = small.as(role, reach);
      await db.execute(sql`insert into account (id, organisation_id, email, name, password_hash)
        values (${actor.accountId}, ${actor.organisationId}, ${`${actor.accountId}@prøve.example`}, ${role}, '-')`);
      return actor;
    };
    const org = small.organisationId;
    const [found] = await db.execute<{ id: string }>(
      sql`select id from contract where number = 'L-1001' and organisation_id = ${org}`,
    );
    const lease = found!.id;
    await db.execute(sql`insert into rent_term (id, organisation_id, contract_id, kind, basis, yearly_ore, source, valid_from)
      values (${newId()}, ${org}, ${lease}, 'base', 'perM2', 60000, 'p', '2016-01-01')`);
    await db.execute(sql`insert into lease_term (id, organisation_id, contract_id, landlord_notice_months, tenant_notice_months, source, valid_from)
      values (${newId()}, ${org}, ${lease}, 12, 6, 'p', '2016-01-01')`);
    await work({ db, small, as, manager: await as("manager"), lease });
  });

const plan = (change: Partial<ChangePlan> = {}): ChangePlan => ({
  ...{ kind: "terminate", by: "tenant", receivedOn: "2026-11-20", effectiveOn: "2027-06-01", newEnd: null },
  ...{
    isComplex: false,
    reason: "Flytter",
    rentOre: {},
    landlordNoticeMonths: null,
    tenantNoticeMonths: null,
  },
  ...change,
});

const stateOf = async (db: Db, lease: string, building: string) => ({
  rows: (
    await db.execute<{ all: unknown }>(sql`
      select json_build_object('contract', (select valid_to from contract where id = ${lease}),
        'tenancy', (select json_agg(json_build_array(space_id, valid_from, valid_to) order by space_id, valid_from) from tenancy where contract_id = ${lease}),
        'rent', (select json_agg(json_build_array(kind, yearly_ore, valid_from, valid_to) order by valid_from) from rent_term where contract_id = ${lease}),
        'terms', (select json_agg(json_build_array(tenant_notice_months, valid_from, valid_to) order by valid_from) from lease_term where contract_id = ${lease}),
        'used', (select json_agg(json_build_array(unit_id, valid_from, valid_to) order by valid_from) from occupation where building_id = ${building}),
        'let', (select json_agg(json_build_array(valid_from, valid_to, let_m2) order by valid_from) from portfolio_row where building_id = ${building}),
        'levels', (select json_agg(json_build_array(valid_from, valid_to, area_m2, yearly_ore) order by valid_from) from lease_level where contract_id = ${lease})) as all`)
  )[0]!.all as Record<string, unknown[]>,
});

test("a termination ends premises, rent and use on its day, and leaves every day before as it was", () =>
  inPortfolio(async ({ db, manager, lease, small }) => {
    const made = await confirmChange(db, manager, lease, plan(), now);
    expect(made).toMatchObject({ ok: true, value: { number: 1 } });
    const { rows } = await stateOf(db, lease, small.daycare);
    expect(rows.contract).toBe("2027-06-01");
    expect(rows.levels).toEqual([["2016-01-01", "2027-06-01", 350, 21_000_000]]);
    expect(rows.used).toEqual([[small.solsikken, "2016-01-01", "2027-06-01"]]);
    const [row] = await db.execute<{ before: number; after: number }>(sql`
      select (select let_m2 from portfolio_row where building_id = ${small.daycare} and valid_from <= '2027-05-31' and valid_to > '2027-05-31') as before,
             (select let_m2 from portfolio_row where building_id = ${small.daycare} and valid_from <= '2027-06-01' and valid_to > '2027-06-01') as after`);
    expect(row!.before - row!.after).toBe(350);
    const life = await getLeaseLife(db, manager, lease);
    expect(life!.changes[0]!.steps.map(({ key }) => key)).toEqual([
      "confirm",
      "inspection",
      "keys",
      "report",
      "settleDeposit",
    ]);
    expect(life!.amendments[0]).toMatchObject({ number: 1, reason: "Flytter", madeByName: "manager" });
  }));

test("a notice that is agreed anew counts from its day, not from the day it was agreed", () =>
  inPortfolio(async ({ db, manager, lease, small }) => {
    const shown = async (on: string) => {
      const leases = await listBuildingLeases(db, small.as("manager"), small.daycare, on);
      const { noticeMonths, nonTerminableUntil } = leases.find(({ id }) => id === lease)!;
      return [noticeMonths, nonTerminableUntil];
    };
    const change = plan({ kind: "renegotiate", effectiveOn: "2027-01-01", tenantNoticeMonths: 9 });
    expect(await confirmChange(db, manager, lease, change, now)).toMatchObject({ ok: true });
    expect(await shown("2026-12-31")).toEqual([6, null]);
    expect(await shown("2027-01-01")).toEqual([9, null]);
    await db.execute(
      sql`update lease_term set tenant_bound_until = '2029-01-01' where contract_id = ${lease}`,
    );
    expect(await shown("2027-01-01")).toEqual([9, "2029-01-01"]);
    await confirmChange(db, manager, lease, plan(), now);
    expect(await shown("2027-01-01")).toEqual([9, "2027-06-01"]);
  }));

test("undone while nothing has come of it, everything is as it was; once a step is done, it stays", () =>
  inPortfolio(async ({ db, manager, lease, small }) => {
    await confirmChange(
      db,
      manager,
      lease,
      plan({ kind: "renegotiate", effectiveOn: "2027-01-01", rentOre: { base: 70_000 } }),
      now,
    );
    const before = await stateOf(db, lease, small.daycare);
    const made = await confirmChange(db, manager, lease, plan(), now);
    if (!made.ok) throw new Error(made.refusal);
    expect(await undoChange(db, manager, made.value.id, now)).toEqual({ ok: true, value: null });
    expect(await stateOf(db, lease, small.daycare)).toEqual(before);
    expect(await undoChange(db, manager, made.value.id, now)).toEqual({ ok: false, refusal: "tooLate" });
    const again = await confirmChange(db, manager, lease, plan(), now);
    if (!again.ok) throw new Error(again.refusal);
    await markStep(db, manager, again.value.id, { key: "confirm", doneOn: "2026-11-24", note: "" });
    expect(await undoChange(db, manager, again.value.id, now)).toEqual({ ok: false, refusal: "tooLate" });
  }));

test("who moves in uses the rooms from that day, once, and no longer than the lease has them; undone, nobody does", () =>
  inPortfolio(async ({ db, small, manager, lease }) => {
    await db.execute(sql`delete from occupation where building_id = ${small.daycare}`);
    await db.execute(sql`update tenancy set valid_to = '2030-01-01' where contract_id = ${lease}`);
    const used = async () => (await stateOf(db, lease, small.daycare)).rows.used;
    const moveIn = plan({ kind: "moveIn", effectiveOn: "2027-02-01", reason: "Flytter ind" });
    const made = await confirmChange(db, manager, lease, moveIn, now);
    if (!made.ok) throw new Error(made.refusal);
    const rooms = await db.execute(sql`select 1 from tenancy where contract_id = ${lease}`);
    const expected = rooms.map(() => [small.solsikken, "2027-02-01", "2030-01-01"]);
    expect(rooms.length).toBeGreaterThan(0);
    expect(await used()).toEqual(expected);
    const again = await confirmChange(
      db,
      manager,
      lease,
      plan({ ...moveIn, effectiveOn: "2027-03-01" }),
      now,
    );
    if (!again.ok) throw new Error(again.refusal);
    expect(await used()).toEqual(expected);
    for (const { value } of [again, made])
      expect(await undoChange(db, manager, value.id, now)).toMatchObject({ ok: true });
    expect(await used()).toBeNull();
  }));

test("new terms begin on their day and the old ones end on it", () =>
  inPortfolio(async ({ db, manager, lease, small }) => {
    const change = plan({
      kind: "renegotiate",
      effectiveOn: "2027-01-01",
      rentOre: { base: 70_000 },
      tenantNoticeMonths: 3,
    });
    await confirmChange(db, manager, lease, change, now);
    const { rows } = await stateOf(db, lease, small.daycare);
    expect(rows.rent).toEqual([
      ["base", 60_000, "2016-01-01", "2027-01-01"],
      ["base", 70_000, "2027-01-01", null],
    ]);
    expect(rows.terms).toEqual([
      [6, "2016-01-01", "2027-01-01"],
      [3, "2027-01-01", null],
    ]);
    expect(rows.levels).toEqual([
      ["2016-01-01", "2027-01-01", 350, 21_000_000],
      ["2027-01-01", "infinity", 350, 24_500_000],
    ]);
  }));

test("a lease with an end can be extended, and only past it", () =>
  inPortfolio(async ({ db, manager, small }) => {
    const [two] = await db.execute<{ id: string }>(
      sql`select id from contract where number = 'L-1002' and organisation_id = ${small.organisationId}`,
    );
    const extend = (newEnd: string | null) =>
      confirmChange(db, manager, two!.id, plan({ kind: "extend", effectiveOn: "2028-08-01", newEnd }), now);
    expect(await extend("2028-01-01")).toMatchObject({
      refusal: "notLonger",
      lease: "L-1002",
      day: "2028-07-31",
    });
    expect(await extend("2033-08-01")).toMatchObject({ ok: true });
    const { rows } = await stateOf(db, two!.id, small.daycare);
    expect(rows.contract).toBe("2033-08-01");
    expect((rows.tenancy![0] as string[])[2]).toBe("2033-08-01");
  }));

test("what cannot be is refused with the lease and the day, and nothing has happened", () =>
  inPortfolio(async ({ db, manager, lease, small }) => {
    const before = await stateOf(db, lease, small.daycare);
    const confirm = (change: Partial<ChangePlan>) => confirmChange(db, manager, lease, plan(change), now);
    expect(await confirm({ effectiveOn: "2015-01-01" })).toMatchObject({
      refusal: "outsideLease",
      lease: "L-1001",
      day: "2016-01-01",
    });
    expect(await confirm({ kind: "moveOut" })).toMatchObject({ refusal: "noEnd" });
    expect(await confirm({ kind: "extend", newEnd: "2030-01-01" })).toMatchObject({ refusal: "notLonger" });
    expect(await confirm({ kind: "renegotiate" })).toMatchObject({ refusal: "nothingNew" });
    expect(await stateOf(db, lease, small.daycare)).toEqual(before);
  }));

test("only who keeps the lease changes it", () =>
  inPortfolio(async ({ db, as, lease, small, manager }) => {
    const elsewhere = await as("manager", { administrationIds: [small.sof] });
    expect(await confirmChange(db, elsewhere, lease, plan(), now)).toMatchObject({ refusal: "notFound" });
    const leader = await as("leader", { unitIds: [small.solsikken] });
    expect(await confirmChange(db, leader, lease, plan(), now)).toMatchObject({ refusal: "notAllowed" });
    const made = await confirmChange(db, manager, lease, plan(), now);
    if (!made.ok) throw new Error(made.refusal);
    expect(await undoChange(db, elsewhere, made.value.id, now)).toMatchObject({ refusal: "notFound" });
    expect(await undoChange(db, leader, made.value.id, now)).toMatchObject({ refusal: "notAllowed" });
    expect(await getLeaseLife(db, elsewhere, lease)).toBeNull();
    expect((await getLeaseLife(db, leader, lease))!.premises).toHaveLength(1);
  }));
