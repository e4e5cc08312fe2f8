import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { activateDraft } from "#db/commands/lease/activate-draft.ts";
import { beginDraft, putDraftAway, saveDraft } from "#db/commands/lease/save-draft.ts";
import { getDraft, listDrafts } from "#db/queries/lease/get-draft.ts";
import { listLeases } from "#db/queries/lease/list-leases.ts";
import type { Actor, Grant, Role } from "#domain/actor.ts";
import type { LeaseForm } from "#domain/lease/lease-form.ts";
import { readLeaseSearch } from "#domain/lease/lease-search.ts";
import { newLease } from "#domain/lease/new-lease.ts";
import { useDatabase } from "../helpers/database.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const now = new Date("2026-11-20T10:00:00Z");

interface There {
  db: Db;
  small: SmallPortfolio;
  manager: Actor;
  as: (role: Role, reach?: Partial<Grant>) => Promise<Actor>;
  cellar: { floorId: string; spaceId: string };
  ground: string;
}

const inPortfolio = (work: (there: There) => Promise<void>) =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const as = async (role: Role, reach: Partial<Grant> = {}) => {
      const actor = small.as(role, reach);
      await db.execute(sql`insert into account (id, organisation_id, email, name, password_hash)
        values (${actor.accountId}, ${actor.organisationId}, ${`${actor.accountId}@prøve.example`}, ${role}, '-')`);
      return actor;
    };
    const spaces = await db.execute<{ id: string; floorId: string; number: string }>(
      sql`select id, floor_id as "floorId", number from space where building_id = ${small.daycare}`,
    );
    const of = (number: string) => spaces.find((space) => space.number === number)!;
    const cellar = { floorId: of("K01").floorId, spaceId: of("K01").id };
    await work({ db, small, as, manager: await as("manager"), cellar, ground: of("001").id });
  });

/** An internal lease of 80 of the cellar's 200 m², from the new year, at 500 kr a m² and a fixed 4,000. */
function wanted({ small, cellar }: There, change: Partial<LeaseForm> = {}): LeaseForm {
  const form = newLease("internal", "KEjd");
  form.parties.tenant.name = "Børnehuset Solsikken";
  const premise = {
    buildingId: small.daycare,
    spaceId: "",
    floorId: cellar.floorId,
    areaM2: "80",
    from: "",
    to: "",
  };
  const amounts: Record<string, string> = { capital: "500", insurance: "4.000" };
  return {
    ...form,
    ...{ unit: "U1", from: "2027-01-01", to: "2036-12-31", premises: [premise] },
    terms: {
      ...form.terms,
      landlordNoticeMonths: "12",
      tenantNoticeMonths: "6",
      tenantBoundUntil: "2028-12-31",
    },
    rent: form.rent.map((row) => ({ ...row, kroner: amounts[row.part ?? row.kind] ?? "", isIndexed: false })),
    ...change,
  };
}

async function drafted(there: There, change: Partial<LeaseForm> = {}): Promise<string> {
  const [unit] = await there.db.execute<{ code: string }>(
    sql`select code from unit where id = ${there.small.solsikken}`,
  );
  const form = { ...wanted(there), unit: unit!.code, ...change };
  const begun = await beginDraft(there.db, there.manager, form, now);
  if (!begun.ok) throw new Error(begun.refusal);
  await saveDraft(there.db, there.manager, begun.value, form, 1, now);
  return begun.value;
}

const search = (on: string) => ({ ...readLeaseSearch(new URLSearchParams(), on), status: null });

test("a draft is in no list and no total; put in force it is a lease with a number, its m² and its rent", () =>
  inPortfolio(async (there) => {
    const { db, manager, small } = there;
    const before = await listLeases(db, manager, search("2027-06-01"), { limit: 50 });
    const id = await drafted(there);
    const during = await listLeases(db, manager, search("2027-06-01"), { limit: 50 });
    expect(during.totals).toEqual(before.totals);
    const made = await activateDraft(db, manager, id, 2, now);
    if (!made.ok) throw new Error(JSON.stringify(made));
    expect(made.value.number).toBe("KEJD-I-00001");
    const after = await listLeases(db, manager, search("2027-06-01"), { limit: 50 });
    expect(after.totals.count).toBe(before.totals.count + 1);
    const lease = after.items.find(({ number }) => number === made.value.number)!;
    expect(lease).toMatchObject({
      areaM2: 80,
      yearlyOre: 44_000_00,
      validTo: "2037-01-01",
      status: "inForce",
    });
    const [let1] = await db.execute<{ before: number; after: number }>(sql`
      select (select let_m2 from portfolio_row where building_id = ${small.daycare} and valid_from <= '2026-12-31' and valid_to > '2026-12-31') as before,
             (select let_m2 from portfolio_row where building_id = ${small.daycare} and valid_from <= '2027-01-01' and valid_to > '2027-01-01') as after`);
    expect(let1!.after - let1!.before).toBe(80);
    const again = await activateDraft(db, manager, id, 2, now);
    expect(again).toEqual(made);
    expect(await listDrafts(db, manager)).toEqual([]);
  }));

test("part of an undivided floor is parted from it from the day, and the floor keeps its area", () =>
  inPortfolio(async (there) => {
    const { db, manager, cellar } = there;
    await activateDraft(db, manager, await drafted(there), 2, now);
    const spaces = await db.execute<{
      area: number;
      undivided: boolean;
      from: string;
      to: string | null;
    }>(sql`
      select area_m2::float8 as area, is_undivided as undivided, valid_from::text as "from", valid_to::text as "to"
        from space where floor_id = ${cellar.floorId} order by valid_from, area_m2`);
    expect(spaces).toEqual([
      { area: 200, undivided: true, from: "2015-01-01", to: "2027-01-01" },
      { area: 80, undivided: false, from: "2027-01-01", to: null },
      { area: 120, undivided: true, from: "2027-01-01", to: null },
    ]);
    const second = await activateDraft(db, manager, await drafted(there), 2, now);
    expect(second.ok).toBe(true);
    const third = await activateDraft(db, manager, await drafted(there), 2, now);
    expect(third).toMatchObject({ refusal: "faults", faults: [{ fault: "tooMuch", areaM2: 40 }] });
  }));

test("what another lease has is named with that lease and its day, and nothing is written", () =>
  inPortfolio(async (there) => {
    const { db, manager, small, ground } = there;
    const premise = { buildingId: small.daycare, spaceId: ground, floorId: "", areaM2: "", from: "", to: "" };
    const made = await activateDraft(db, manager, await drafted(there, { premises: [premise] }), 2, now);
    expect(made).toEqual({
      ok: false,
      refusal: "faults",
      faults: [
        {
          ...{ step: "premises", field: "premises.0.spaceId", fault: "taken", lease: "L-1001" },
          ...{ place: "001", day: "2016-01-01" },
        },
      ],
    });
    const [row] = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from contract where number like 'KEJD%'`,
    );
    expect(row!.count).toBe(0);
  }));

test("m² that are rented from others begin to be held that day, and a building of the city's own cannot be rented", () =>
  inPortfolio(async (there) => {
    const { db, manager, small, cellar } = there;
    const [floor, space] = ["01980000-0000-7000-8000-000000000001", "01980000-0000-7000-8000-000000000002"];
    await db.execute(sql`insert into floor (id, organisation_id, building_id, level, area_m2, valid_from)
      values (${floor}, ${small.organisationId}, ${small.office}, 3, 500, '2015-01-01')`);
    await db.execute(sql`insert into space (id, organisation_id, building_id, floor_id, number, area_m2, is_undivided, valid_from, source, method, recorded_on)
      values (${space}, ${small.organisationId}, ${small.office}, ${floor}, '301', 500, true, '2015-01-01', 'p', 'drawing', '2015-01-01')`);
    const form = newLease("thirdPartyIn", "KEjd");
    form.parties.landlord.name = "Fiktiv Udlejning A/S";
    form.rent[0]!.kroner = "1000";
    form.rent[0]!.isIndexed = false;
    const of = (buildingId: string, floorId: string) => ({
      ...form,
      ...{ administration: "BUF", from: "2027-03-01", to: "" },
      premises: [{ buildingId, spaceId: "", floorId, areaM2: "120", from: "", to: "" }],
    });
    const own = await drafted(there, of(small.daycare, cellar.floorId));
    expect(await activateDraft(db, manager, own, 2, now)).toMatchObject({
      faults: [{ fault: "ownBuilding" }],
    });
    const id = await drafted(there, of(small.office, floor));
    expect(await activateDraft(db, manager, id, 2, now)).toMatchObject({
      ok: true,
      value: { number: "3P-IND-00001" },
    });
    const held = await db.execute<{ area: number; from: string }>(sql`
      select area_m2 as area, valid_from::text as "from" from portfolio_row where building_id = ${small.office}
         and tenure = 'leasedIn' order by valid_from`);
    expect(held.at(-1)).toEqual({ area: 120, from: "2027-03-01" });
    expect(held.at(-2)!.area).toBe(300);
  }));

test("who saves over another's newer state is told, and the newer state stays", () =>
  inPortfolio(async (there) => {
    const { db, manager } = there;
    const id = await drafted(there);
    const other = { ...(await getDraft(db, manager, id))!.form, from: "2027-02-01" };
    expect(await saveDraft(db, manager, id, other, 1, now)).toEqual({
      ok: false,
      refusal: "changedMeanwhile",
    });
    expect((await getDraft(db, manager, id))!.form.from).toBe("2027-01-01");
    expect(await activateDraft(db, manager, id, 1, now)).toEqual({ ok: false, refusal: "changedMeanwhile" });
  }));

test("only who keeps leases begins, sees and activates drafts, within the administrations of the grant", () =>
  inPortfolio(async (there) => {
    const { db, as, small } = there;
    const id = await drafted(there);
    const user = await as("administrationUser", { administrationIds: [small.buf] });
    expect(await beginDraft(db, user, wanted(there), now)).toEqual({ ok: false, refusal: "notAllowed" });
    expect(await activateDraft(db, user, id, 2, now)).toMatchObject({ refusal: "notAllowed" });
    const elsewhere = await as("manager", { administrationIds: [small.sof] });
    expect(await getDraft(db, elsewhere, id)).toBeNull();
    expect(await activateDraft(db, elsewhere, id, 2, now)).toMatchObject({ refusal: "notFound" });
    expect(await putDraftAway(db, elsewhere, id, true, now)).toEqual({ ok: false, refusal: "notFound" });
    for (const role of ["planner", "auditor", "craftsman"] as const)
      expect(await getDraft(db, await as(role), id)).toBeNull();
  }));

test("a draft that is put away can be taken back; put in force it cannot be changed any more", () =>
  inPortfolio(async (there) => {
    const { db, manager } = there;
    const id = await drafted(there);
    await putDraftAway(db, manager, id, true, now);
    expect(await listDrafts(db, manager)).toEqual([]);
    await putDraftAway(db, manager, id, false, now);
    expect(await listDrafts(db, manager)).toHaveLength(1);
    await activateDraft(db, manager, id, 2, now);
    const { form } = (await getDraft(db, manager, id))!;
    expect(await saveDraft(db, manager, id, form, 2, now)).toEqual({ ok: false, refusal: "notAllowed" });
  }));
