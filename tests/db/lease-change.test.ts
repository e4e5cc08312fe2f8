import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { confirmChange } from "#db/commands/lease/confirm-change.ts";
import { markStep, undoChange } from "#db/commands/lease/undo-change.ts";
import { getLeaseLife } from "#db/queries/lease/get-lease-life.ts";
import type { ChangePlan } from "#domain/lease/change-form.ts";
import {
  changePlan as plan,
  stateOf,
  withChangedLease,
  type ChangedLease,
} from "../helpers/changed-lease.ts";
import { useDatabase } from "../helpers/database.ts";

const database = useDatabase();
const now = new Date("2026-11-20T10:00:00Z");

const inPortfolio = (work: (there: ChangedLease) => Promise<void>) =>
  database.rollback((db) => withChangedLease(db, work));

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
