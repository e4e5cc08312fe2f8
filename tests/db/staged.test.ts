import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { confirmStaged } from "#db/commands/confirm-staged.ts";
import { rejectStaged, restoreStaged } from "#db/commands/reject-staged.ts";
import { countStaged, listStaged } from "#db/queries/staged/list-staged.ts";
import { summarisePortfolio } from "#db/queries/summarise-portfolio.ts";
import type { Actor } from "#domain/actor.ts";
import { newId } from "#domain/id.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { readStagedSearch, type StagedSelection } from "#domain/staged/staged-search.ts";
import { planConfirmation } from "#domain/staged/plan-confirmation.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount } from "../helpers/people.ts";
import { bbrIdOf, bbrRow, givenStaged, ours, smallRegister, takeIn } from "../helpers/staged-register.ts";

const database = useDatabase();
const now = new Date("2026-11-20T12:00:00Z");

const searchOf = (query = "") => readStagedSearch(new URLSearchParams(query));
const allThat = (query: string, expected: number): StagedSelection => ({ search: searchOf(query), expected });

const inStaging = (
  rows: Parameters<typeof givenStaged>[1],
  work: (db: Db, actor: Actor) => Promise<unknown>,
) => database.rollback(async (db) => work(db, await givenStaged(db, rows, now)));

const totalsOf = async (db: Db, actor: Actor) =>
  summarisePortfolio(db, actor, readPortfolioSearch(new URLSearchParams(), "2026-11-20").search);

const count = async (db: Db, table: string): Promise<number> =>
  (await db.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)}`))[0]!.n;

describe("confirming", () => {
  test("rows that lack nothing become whole buildings, and the totals say so", () =>
    inStaging(smallRegister, async (db, actor) => {
      const result = await confirmStaged(db, actor, allThat("", 4), ours(), now);
      expect(result).toMatchObject({ ok: true, value: { left: 2, faults: { address: 1, position: 1 } } });
      const totals = await totalsOf(db, actor);
      expect([totals.buildings, totals.addresses, totals.areaM2.owned]).toEqual([2, 2, 2701]);
      await db.execute(sql`set constraints all immediate`);
      const floors = await db.execute(sql`
        select f.level, f.area_m2::float8 as floor, s.area_m2::float8 as space, s.is_undivided as undivided, s.method
          from building b join floor f on f.building_id = b.id join space s on s.floor_id = f.id
         where b.bbr_id = ${bbrIdOf(1)}::uuid order by f.level`);
      expect(floors).toEqual([
        { level: 0, floor: 150.5, space: 150.5, undivided: true, method: "register" },
        { level: 1, floor: 150.5, space: 150.5, undivided: true, method: "register" },
      ]);
      const [made] = await db.execute(sql`
        select b.name, b.source, v.valid_from::text as "from", v.recorded_on::text as "on", v.source as "versionSource",
               p.bfe_number::int as bfe, a.street || ' ' || a.house_number as address
          from building b join building_version v on v.building_id = b.id join property p on p.id = b.property_id
          join address a on a.id = b.address_id where b.bbr_id = ${bbrIdOf(1)}::uuid`);
      expect(made).toEqual({
        ...{ name: "Prøvegade 1, bygning 1", source: "BBR", from: "2026-11-20", on: "2026-11-20" },
        ...{ versionSource: "BBR", bfe: 100_001, address: "Prøvegade 1" },
      });
    }));

  test("the same file is then unchanged, and what it says otherwise later shows field by field", () =>
    inStaging([bbrRow(1)], async (db, actor) => {
      await confirmStaged(db, actor, allThat("", 1), ours({ from: "2020-01-01" }), now);
      expect(await takeIn(db, actor, [bbrRow(1)], now)).toMatchObject({
        unchanged: 1,
        changed: 0,
        staged: 0,
      });
      const later = [bbrRow(1, { byg038SamletBygningsareal: 351 })];
      expect(await takeIn(db, actor, later, now)).toMatchObject({ changed: 1, staged: 0 });
      expect((await totalsOf(db, actor)).areaM2.owned).toBe(351);
    }));

  test("twice changes nothing and says so", () =>
    inStaging([bbrRow(1), bbrRow(2)], async (db, actor) => {
      const { items } = await listStaged(db, actor, searchOf());
      const selection = { ids: items.map(({ id }) => id) };
      await confirmStaged(db, actor, selection, ours(), now);
      const audits = await count(db, "audit_entry");
      const again = await confirmStaged(db, actor, selection, ours(), now);
      expect(again).toMatchObject({ ok: true, value: { buildingIds: [], already: 2, left: 0 } });
      expect([await count(db, "building"), await count(db, "audit_entry")]).toEqual([2, audits]);
    }));

  test("a list that is no longer what the person saw is refused whole", () =>
    inStaging([bbrRow(1), bbrRow(2)], async (db, actor) => {
      const refused = { ok: false, refusal: "listChanged" };
      expect(await confirmStaged(db, actor, allThat("", 3), ours(), now)).toEqual(refused);
      expect(await rejectStaged(db, actor, allThat("q=nowhere", 1), "private", now)).toEqual(refused);
      expect(await count(db, "building")).toBe(0);
    }));

  test("a row that is gone or rejected meanwhile is counted, and never becomes a building", () =>
    inStaging([bbrRow(1), bbrRow(2)], async (db, actor) => {
      const { items } = await listStaged(db, actor, searchOf());
      await rejectStaged(db, actor, { ids: [items[0]!.id] }, "private", now);
      const selection = { ids: [...items.map(({ id }) => id), newId()] };
      const result = await confirmStaged(db, actor, selection, ours(), now);
      expect(result).toMatchObject({ ok: true, value: { rejected: 1, gone: 1, already: 0 } });
      expect(await count(db, "building")).toBe(1);
    }));

  test("buildings of one property number, ground or address share what they share", () =>
    inStaging(
      [
        bbrRow(1, { bfeNummer: "7" }),
        bbrRow(2, { bfeNummer: "7" }),
        bbrRow(3, { bfeNummer: null, grund: "50000000-0000-4000-8000-000000000009" }),
        bbrRow(4, { bfeNummer: null, grund: "50000000-0000-4000-8000-000000000009", husnr: "3" }),
      ],
      async (db, actor) => {
        await confirmStaged(db, actor, allThat("", 4), ours(), now);
        expect([await count(db, "property"), await count(db, "address")]).toEqual([2, 3]);
        await takeIn(
          db,
          actor,
          [bbrRow(5, { bfeNummer: null, grund: "50000000-0000-4000-8000-000000000009" })],
          now,
        );
        await confirmStaged(db, actor, allThat("", 1), ours(), now);
        expect([await count(db, "property"), await count(db, "address")]).toEqual([2, 4]);
      },
    ));

  test("an address that is ours under its DAR id needs no typing the second time", () =>
    inStaging([], async (db, actor) => {
      const bare = { vejnavn: null, husnr: null, postnr: null, postnrnavn: null, bfeNummer: null };
      const husnummer = "0a3f5099-9b43-32b8-e044-0003ba298018";
      await takeIn(db, actor, [bbrRow(1, { ...bare, husnummer }), bbrRow(2, { ...bare, husnummer })], now);
      const { items } = await listStaged(db, actor, searchOf("missing=address"));
      const address = { street: "Testvej", houseNumber: "4", postcode: "2200", town: "København N" };
      await confirmStaged(db, actor, { ids: [items[0]!.id] }, ours({ address, bfeNumber: 77 }), now);
      const after = await listStaged(db, actor, searchOf("missing=nothing"));
      expect(after.items.map(({ id, knownAddress }) => [id, knownAddress?.bfeNumber])).toEqual([
        [items[1]!.id, 77],
      ]);
      await confirmStaged(db, actor, allThat("", 1), ours(), now);
      expect([await count(db, "property"), await count(db, "address")]).toEqual([1, 1]);
    }));

  test("one audit row tells of the command with its counts, and one of each building", () =>
    inStaging(smallRegister, async (db, actor) => {
      await confirmStaged(db, actor, allThat("", 4), ours(), now);
      const rows = await db.execute(sql`
        select entity, count(*)::int as count from audit_entry where action = 'confirm' group by entity order by entity`);
      expect(rows).toEqual([
        { entity: "building", count: 2 },
        { entity: "stagedBuilding", count: 1 },
      ]);
    }));

  test("nobody but who writes the whole register decides, or sees what waits", () =>
    inStaging([bbrRow(1)], async (db, actor) => {
      const { items } = await listStaged(db, actor, searchOf());
      const own = [newId()];
      const others = [
        await givenAccount(db, actor.organisationId, { role: "administrationUser", administrationIds: own }),
        await givenAccount(db, actor.organisationId, { role: "manager", administrationIds: own }),
        await givenAccount(db, actor.organisationId, { role: "auditor" }),
        await givenAccount(db, actor.organisationId, { role: "planner" }),
      ];
      const selection = { ids: [items[0]!.id] };
      for (const other of others) {
        const refused = { ok: false, refusal: "notAllowed" };
        expect(await confirmStaged(db, other, selection, ours(), now)).toEqual(refused);
        expect(await rejectStaged(db, other, selection, "no", now)).toEqual(refused);
        expect(await restoreStaged(db, other, selection)).toEqual(refused);
        expect(await listStaged(db, other, searchOf())).toMatchObject({ total: 0, items: [] });
      }
      const stranger = await givenStaged(db, [], now);
      expect(await confirmStaged(db, stranger, selection, ours(), now)).toMatchObject({ value: { gone: 1 } });
      const unknown = ours({ administrationId: newId() });
      expect(await confirmStaged(db, actor, selection, unknown, now)).toMatchObject({
        refusal: "unknownAdministration",
      });
      expect(await count(db, "building")).toBe(0);
    }));
});

describe("rejecting", () => {
  test("what is not ours does not come back with the next file, until the rejection is taken back", () =>
    inStaging(smallRegister, async (db, actor) => {
      await rejectStaged(db, actor, allThat("use=housingCommercial", 1), "privat", now);
      expect(await takeIn(db, actor, smallRegister, now)).toMatchObject({
        ignored: 1,
        unchanged: 3,
        staged: 0,
      });
      expect(await countStaged(db, actor)).toMatchObject({ waiting: 3, rejected: 1, ready: 1 });
      const back = await restoreStaged(db, actor, allThat("state=rejected", 1));
      expect(back).toEqual({ ok: true, value: { changed: 1, already: 0, otherwise: 0, gone: 0 } });
      expect(await countStaged(db, actor)).toMatchObject({ waiting: 4, rejected: 0, ready: 2 });
    }));
});

test("the database and the rule agree about what a row lacks", () =>
  inStaging(
    [...smallRegister, bbrRow(5, { byg021BygningensAnvendelse: null, byg038SamletBygningsareal: null })],
    async (db, actor) => {
      const { items } = await listStaged(db, actor, searchOf());
      const judged = items.map((row) => {
        const plan = planConfirmation(row, ours(), null);
        return plan.ok ? [] : plan.faults;
      });
      expect(judged).toEqual(items.map(({ missing }) => missing));
      expect(judged).toEqual([[], ["address"], ["position"], [], ["use", "area"]]);
    },
  ));
