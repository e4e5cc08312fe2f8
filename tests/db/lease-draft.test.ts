import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { activateDraft } from "#db/commands/lease/activate-draft.ts";
import { beginDraft, putDraftAway, saveDraft } from "#db/commands/lease/save-draft.ts";
import { getDraft, listDrafts } from "#db/queries/lease/get-draft.ts";
import { listLeases } from "#db/queries/lease/list-leases.ts";
import { newId } from "#domain/id.ts";
import { readLeaseSearch } from "#domain/lease/lease-search.ts";
import { useDatabase } from "../helpers/database.ts";
import { drafted, inDraftPortfolio, now, rentable, wanted } from "../helpers/lease-drafts.ts";

const inPortfolio = inDraftPortfolio(useDatabase());

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
    const { floor, of } = await rentable(there);
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

test("a lease with somebody outside the city is KEjd's to enter for an administration that has handed all of its own over", () =>
  inPortfolio(async (there) => {
    const { db, as, small, manager } = there;
    const { floor, of } = await rentable(there);
    const keeper = await as("manager", { administrationIds: [small.buf] });
    const user = { role: "administrationUser" as const, administrationIds: [small.sof], unitIds: [] };
    const both = { ...keeper, grants: [...keeper.grants, user] };
    const closed = newId();
    await db.execute(sql`insert into contract (id, organisation_id, number, kind, administration_id, counterparty, valid_from,
        notice_months, annual_rent_ore, known_from, source, recorded_on)
      values (${closed}, ${small.organisationId}, '3P-IND-00077', 'thirdPartyIn', ${small.sof}, 'Udlejer A (fiktiv)', '2018-01-01', 6,
        9000000, '2026-11-01', 'p', '2018-01-01')`);
    const id = await drafted(there, of(small.office, floor, "SOF"));
    expect(await activateDraft(db, both, id, 2, now)).toEqual({ ok: false, refusal: "notAllowed" });
    const own = await drafted(there, of(small.office, floor, "BUF"));
    expect(await activateDraft(db, both, own, 2, now)).toMatchObject({ ok: true });
    expect(await activateDraft(db, manager, id, 2, now)).toMatchObject({ ok: true });
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
