import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { confirmChange } from "#db/commands/lease/confirm-change.ts";
import { refreshLeaseLevels } from "#db/commands/lease/refresh-lease-levels.ts";
import { undoChange } from "#db/commands/lease/undo-change.ts";
import { listPremiseSpaces } from "#db/queries/lease/list-premise-spaces.ts";
import type { ChangePlan } from "#domain/lease/change-form.ts";
import type { PremisesPlan } from "#domain/lease/premises-change.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";
import { insertChargedHouse, type ChargedHouse } from "../helpers/charged-house.ts";
import { useDatabase } from "../helpers/database.ts";

const database = useDatabase();
const now = new Date("2026-11-20T10:00:00Z");
const on = "2027-03-01";

interface There {
  db: Db;
  house: ChargedHouse;
  /** The daycare's own lease (ground floor, 350 m²) and the school's above it, which ends on 31 July 2028. */
  lease: Id;
  other: Id;
  ground: Id;
  first: Id;
  /** 200 m² that nobody has. */
  cellar: Id;
}

const inHouse = (work: (there: There) => Promise<void>) =>
  database.rollback(async (db) => {
    const house = await insertChargedHouse(db);
    const spaces = await db.execute<{ id: Id; number: string }>(
      sql`select id, number from space where building_id = ${house.daycare}`,
    );
    const of = (number: string) => spaces.find((space) => space.number === number)!.id;
    await db.execute(sql`update space set is_undivided = true where id = ${of("001")}`);
    await refreshLeaseLevels(db, house.organisationId, "all");
    await work({
      ...{ db, house, lease: house.contracts["L-1001"]!, other: house.contracts["L-1002"]! },
      ...{ ground: of("001"), first: of("101"), cellar: of("K01") },
    });
  });

const plan = (premises: Partial<PremisesPlan>, change: Partial<ChangePlan> = {}): ChangePlan => ({
  ...{ kind: "premises", by: "both", receivedOn: "2026-11-20", effectiveOn: on, newEnd: null },
  ...{ isComplex: false, reason: "Færre børn", rentOre: {}, landlordNoticeMonths: null },
  ...{ tenantNoticeMonths: null, premises: { back: [], take: [], ...premises }, ...change },
});

const change = (
  { db, house }: There,
  lease: Id,
  premises: Partial<PremisesPlan>,
  more?: Partial<ChangePlan>,
) => confirmChange(db, house.ane, lease, plan(premises, more), now);

/** All that a change of premises touches, as the register has it. */
const stateOf = async ({ db, house, lease, other }: There) => {
  const [row] = await db.execute<{ all: Record<string, unknown> }>(sql`
    select json_build_object(
      'spaces', (select json_agg(json_build_array(id, area_m2, is_undivided, valid_from, valid_to) order by id) from space where building_id = ${house.daycare}),
      'tenancies', (select json_agg(json_build_array(contract_id, space_id, side, valid_from, valid_to) order by contract_id, space_id, valid_from)
                      from tenancy where building_id = ${house.daycare}),
      'used', (select json_agg(json_build_array(unit_id, space_id, purpose, persons, valid_from, valid_to) order by unit_id, space_id) from occupation where building_id = ${house.daycare}),
      'let', (select json_agg(json_build_array(valid_from, valid_to, let_m2, area_m2) order by valid_from) from portfolio_row where building_id = ${house.daycare}),
      'levels', (select json_agg(json_build_array(contract_id, valid_from, valid_to, area_m2, yearly_ore) order by contract_id, valid_from)
                   from lease_level where contract_id in (${lease}, ${other}))) as all`);
  return row!.all;
};

const levels = async (db: Db, lease: Id) =>
  (
    await db.execute<{ level: unknown }>(sql`
      select json_build_array(valid_from, area_m2, yearly_ore) as level from lease_level
       where contract_id = ${lease} and valid_to > '2027-02-28' order by valid_from`)
  ).map(({ level }) => level);

/** The house is rented from somebody else, all of it. */
async function givenRented({ db, house }: There): Promise<Id> {
  const rented = newId();
  await db.execute(sql`
    insert into contract (id, organisation_id, number, kind, administration_id, counterparty, valid_from, known_from, source, recorded_on)
    values (${rented}, ${house.organisationId}, '3P-9', 'thirdPartyIn', ${house.buf}, 'Udlejer ApS', '2016-01-01', '2016-01-01', 'Prøve', '2016-01-01')`);
  await db.execute(sql`
    insert into tenancy (id, organisation_id, contract_id, building_id, space_id, side, valid_from)
    select gen_random_uuid(), organisation_id, ${rented}, building_id, id, 'in', '2016-01-01' from space where building_id = ${house.daycare}`);
  return rented;
}

test("m² handed back are free from the day, the rent by m² follows, and the days before are as they were", () =>
  inHouse(async (there) => {
    const { db, house, lease, ground } = there;
    const made = await change(there, lease, { back: [{ spaceId: ground, areaM2: 100 }] });
    expect(made).toMatchObject({ ok: true });
    const kept = await levels(db, lease);
    expect(kept.map((level) => (level as unknown[]).slice(0, 2))).toEqual(
      expect.arrayContaining([["2027-03-01", 250]]),
    );
    const letM2 = async (day: string) =>
      (
        await db.execute<{ m2: number }>(sql`
          select let_m2::float8 as m2 from portfolio_row where building_id = ${house.daycare}
             and valid_from <= ${day}::date and valid_to > ${day}::date`)
      )[0]!.m2;
    expect((await letM2("2027-02-28")) - (await letM2(on))).toBe(100);
    const spaces = await listPremiseSpaces(db, house.organisationId, lease, on);
    expect(spaces.reduce((sum, { areaM2 }) => sum + areaM2, 0)).toBe(900);
    const given = spaces.find(({ areaM2 }) => areaM2 === 100)!;
    expect(given.tenancies.filter(({ validTo }) => validTo === null || validTo > on)).toEqual([]);
    // What was handed back can be taken by the neighbour from that day, and from no day before.
    const early = await change(
      there,
      there.other,
      { take: [{ spaceId: given.id, areaM2: null }] },
      { effectiveOn: "2027-02-01" },
    );
    expect(early).toMatchObject({ refusal: "noSpace", day: "2027-02-01" });
    expect(await change(there, there.other, { take: [{ spaceId: given.id, areaM2: null }] })).toMatchObject({
      ok: true,
    });
    const [level] = (await levels(db, there.other)).slice(-1);
    expect(level).toEqual(["2027-03-01", 450, 225_000_00]);
  }));

test("more is taken, whole or in part, until the lease ends; what is left of it stays free", () =>
  inHouse(async (there) => {
    const { db, other, cellar } = there;
    expect(await change(there, other, { take: [{ spaceId: cellar, areaM2: 80.5 }] })).toMatchObject({
      ok: true,
    });
    const taken = await db.execute(sql`
      select s.area_m2::float8 as "areaM2", t.valid_from::text as "from", t.valid_to::text as "to" from tenancy t join space s on s.id = t.space_id
       where t.contract_id = ${other} and s.replaces_space_id = ${cellar}`);
    expect([...taken]).toEqual([{ areaM2: 80.5, from: on, to: "2028-08-01" }]);
    const left = await db.execute(sql`
      select s.area_m2::float8 as "areaM2" from space s where s.replaces_space_id = ${cellar}
         and not exists (select 1 from tenancy t where t.space_id = s.id)`);
    expect([...left]).toEqual([{ areaM2: 119.5 }]);
  }));

test("undone, everything is as it was to the last row; not once somebody else has the part", () =>
  inHouse(async (there) => {
    const { db, house, lease, other, ground, cellar } = there;
    const before = await stateOf(there);
    const swap = { back: [{ spaceId: ground, areaM2: 100 }], take: [{ spaceId: cellar, areaM2: 50 }] };
    const made = await change(there, lease, swap);
    if (!made.ok) throw new Error(made.refusal);
    expect(await stateOf(there)).not.toEqual(before);
    expect(await undoChange(db, house.ane, made.value.id, now)).toEqual({ ok: true, value: null });
    expect(await stateOf(there)).toEqual(before);

    const again = await change(there, lease, swap);
    if (!again.ok) throw new Error(again.refusal);
    const given = (await listPremiseSpaces(db, house.organisationId, lease, on)).find(
      ({ areaM2 }) => areaM2 === 100,
    )!;
    expect((await change(there, other, { take: [{ spaceId: given.id, areaM2: null }] })).ok).toBe(true);
    const taken = await stateOf(there);
    expect(await undoChange(db, house.ane, again.value.id, now)).toEqual({ ok: false, refusal: "tooLate" });
    expect(await stateOf(there)).toEqual(taken);
  }));

test("what cannot be is refused, naming the lease, the place and the day, and nothing has changed", () =>
  inHouse(async (there) => {
    const { db, house, lease, other, ground, first, cellar } = there;
    const before = await stateOf(there);
    const refusals = async (id: Id, premises: Partial<PremisesPlan>, more?: Partial<ChangePlan>) =>
      change(there, id, premises, more);
    const whole = (spaceId: Id) => ({ spaceId, areaM2: null });
    expect(await refusals(lease, { take: [whole(first)] })).toMatchObject({
      ...{ refusal: "taken", lease: "L-1002", place: "101", day: "2018-08-01" },
    });
    // Open-ended, the daycare would still have it when the school's lease has ended; taken later it is still the school's.
    expect(await refusals(lease, { back: [whole(first)] })).toMatchObject({
      refusal: "notHeld",
      place: "101",
      day: on,
    });
    expect(await refusals(lease, { take: [whole(newId())] })).toMatchObject({ refusal: "noSpace", day: on });
    expect(await refusals(lease, { take: [{ spaceId: cellar, areaM2: 201 }] })).toMatchObject({
      ...{ refusal: "tooMuch", areaM2: 200 },
    });
    expect(await refusals(other, { back: [{ spaceId: first, areaM2: 10 }] })).toMatchObject({
      refusal: "tooMuch",
    });
    expect(await refusals(lease, { back: [whole(ground)] })).toMatchObject({ refusal: "nothingLeft" });
    expect(await refusals(lease, {})).toMatchObject({ refusal: "nothingNew" });
    expect(await refusals(other, { take: [whole(cellar)] }, { effectiveOn: "2028-08-01" })).toMatchObject({
      ...{ refusal: "outsideLease", lease: "L-1002", day: "2028-07-31" },
    });
    const leader = house.as("leader", { unitIds: [house.solsikken] });
    const [byLeader, byOther] = [leader, house.as("manager", { administrationIds: [house.sof] })];
    const asked = plan({ take: [whole(cellar)] });
    expect(await confirmChange(db, byLeader, lease, asked, now)).toMatchObject({ refusal: "notAllowed" });
    expect(await confirmChange(db, byOther, lease, asked, now)).toMatchObject({ refusal: "notFound" });
    expect(await stateOf(there)).toEqual(before);
  }));

test("what we rent and have let on is not handed back before those who have it are given notice", () =>
  inHouse(async (there) => {
    const { ground } = there;
    const rented = await givenRented(there);
    expect(await change(there, rented, { back: [{ spaceId: ground, areaM2: 20 }] })).toMatchObject({
      ...{ refusal: "sublet", lease: "L-1001", place: "001" },
    });
  }));

test("undone, nobody's end is lost: it is too late once a lease that stands on the parts has ended", () =>
  inHouse(async (there) => {
    const { db, house, lease, ground } = there;
    const rented = await givenRented(there);
    const made = await change(there, lease, { back: [{ spaceId: ground, areaM2: 100 }] });
    if (!made.ok) throw new Error(made.refusal);
    await db.execute(sql`update tenancy set valid_to = '2029-01-01' where contract_id = ${rented}
      and (valid_to is null or valid_to > '2029-01-01')`);
    const ended = await stateOf(there);
    expect(await undoChange(db, house.ane, made.value.id, now)).toEqual({ ok: false, refusal: "tooLate" });
    expect(await stateOf(there)).toEqual(ended);
  }));

test("of two leases that take the same m² at once one has them, and the other is told", async () => {
  const { db } = database;
  const house = await insertChargedHouse(db);
  const [cellar] = await db.execute<{ id: Id }>(
    sql`select id from space where building_id = ${house.daycare} and number = 'K01'`,
  );
  await refreshLeaseLevels(db, house.organisationId, "all");
  const asked = plan({ take: [{ spaceId: cellar!.id, areaM2: 150 }] });
  const both = await Promise.all(
    ["L-1001", "L-1002"].map((number) => confirmChange(db, house.ane, house.contracts[number]!, asked, now)),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: "noSpace", day: on });
});
