import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { reckonBacklog } from "#db/commands/condition/reckon-backlog.ts";
import { finishWork } from "#db/commands/works/finish-work.ts";
import { getWork } from "#db/queries/works/get-work.ts";
import { listWorks } from "#db/queries/works/list-works.ts";
import { newId } from "#domain/id.ts";
import { readWorksSearch } from "#domain/works/works-search.ts";
import { useDatabase } from "../helpers/database.ts";
import { recordedOf } from "../helpers/people.ts";
import {
  at,
  backlogOf,
  givenWorkWorld,
  reckonedOn,
  worksOf,
  type WorkWorld,
} from "../helpers/small-works.ts";

const database = useDatabase();
const search = (text = "") => readWorksSearch(new URLSearchParams(text));
const all = { from: 0, limit: 50 };
const finished = (conditions: Record<string, 1 | 2> = {}) => ({
  ...{ version: 1, doneOn: reckonedOn, actualOre: 12_345_678, note: "", conditions },
});
const stranger = (world: WorkWorld) => world.as("administrationUser", { administrationIds: [world.sof] });
const windowsOf = ({ works }: WorkWorld) => works["windows exterior"]!;

describe("the list of works", () => {
  test("holds what its lines come to, with totals of all that is found, for whoever's right reaches the building", () =>
    database.rollback(async (db) => {
      const world = await givenWorkWorld(db);
      const { items, totals } = await listWorks(
        db,
        world.manager,
        search(),
        { from: 0, limit: 1 },
        reckonedOn,
      );
      const backlog = await backlogOf(db, world.daycare);
      expect(items).toHaveLength(1);
      expect(totals).toMatchObject({ count: 3, costOre: Object.values(backlog).reduce((a, b) => a + b) });
      const kind = await listWorks(db, world.manager, search("kind=modernisation"), all, reckonedOn);
      expect(kind.items.map(({ costOre }) => costOre)).toEqual([90_000_000]);
      const own = await listWorks(db, world.leader, search(`building=${world.daycare}`), all, reckonedOn);
      expect(own.totals.count).toBe(3);
      expect((await listWorks(db, stranger(world), search(), all, reckonedOn)).totals.count).toBe(0);
      expect((await listWorks(db, world.craftsman, search("state=all"), all, reckonedOn)).totals.count).toBe(
        0,
      );
      expect(await getWork(db, stranger(world), windowsOf(world), reckonedOn)).toBeNull();
    }));

  test("finds by words, administration and year; percent signs are only signs", () =>
    database.rollback(async (db) => {
      const world = await givenWorkWorld(db);
      await db.execute(
        sql`update work set planned_year = 2028, state = 'planned' where id = ${windowsOf(world)}`,
      );
      const count = async (text: string) =>
        (await listWorks(db, world.manager, search(text), all, reckonedOn)).totals.count;
      expect(await count("q=vinduer")).toBe(1);
      expect(await count("q=%25")).toBe(3);
      expect(await count("q=zzzz")).toBe(0);
      expect(await count("year=2028")).toBe(1);
      expect(await count("year=2029")).toBe(0);
      expect(await count("administration=BUF")).toBe(3);
      expect(await count("administration=TMF")).toBe(0);
      expect(await count("state=done")).toBe(0);
    }));
});

describe("a work that is finished", () => {
  test("leaves the backlog by exactly its lines, and its elements are as new from that year", () =>
    database.rollback(async (db) => {
      const world = await givenWorkWorld(db);
      const before = await backlogOf(db, world.daycare);
      const file = (await getWork(db, world.manager, windowsOf(world), reckonedOn))!;
      const form = finished({ [world.elements.windows]: 1 });
      expect(await finishWork(db, world.manager, file.id, form, at)).toEqual({ ok: true, value: null });
      const after = await backlogOf(db, world.daycare);
      expect(before["exterior"]! - after["exterior"]!).toBe(file.costOre);
      expect(file.costOre).toBeGreaterThan(0);
      expect({ ...after, exterior: 0 }).toEqual({ ...before, exterior: 0 });
      expect(await getWork(db, world.manager, file.id, reckonedOn)).toMatchObject({
        ...{ state: "done", doneOn: reckonedOn, actualOre: 12_345_678, budgetOre: file.costOre, lines: [] },
        ...{ year: 2026, costOre: 0, renewed: [{ elementId: world.elements.windows, condition: 1 }] },
      });
      const [element] = await db.execute(
        sql`select renewed_year from element where id = ${world.elements.windows}`,
      );
      expect(element).toEqual({ renewed_year: 2026 });
      const entries = await db.execute(sql`
        select scope, amount_ore, booked_on::text as day from maintenance_entry where work_id = ${file.id}`);
      expect([...entries]).toEqual([{ scope: "exterior", amount_ore: 12_345_678, day: reckonedOn }]);
      expect((await recordedOf(db, file.id)).map(({ action }) => action)).toEqual(["finish"]);
      expect(Object.keys(await worksOf(db, world.daycare))).not.toContain("windows exterior");
    }));

  test("is no survey: the building's last survey keeps its day while its condition follows", () =>
    database.rollback(async (db) => {
      const world = await givenWorkWorld(db);
      const [surveyed] = await db.execute<{ day: string }>(sql`
        select surveyed_on::text as day from portfolio_row_now where building_id = ${world.daycare}`);
      await finishWork(db, world.manager, windowsOf(world), finished({ [world.elements.windows]: 1 }), at);
      const [row] = await db.execute(sql`
        select surveyed_on::text as day, condition from portfolio_row_now where building_id = ${world.daycare}`);
      expect(row).toMatchObject({ day: surveyed!.day, condition: expect.any(Number) as number });
    }));

  test("of energy leaves what is broken in the backlog, with the condition that was seen", () =>
    database.rollback(async (db) => {
      const world = await givenWorkWorld(db);
      const [observation] = await db.execute<{ id: string }>(sql`
        select id from element_observation where element_id = ${world.elements.windows}`);
      await db.execute(sql`insert into remedy (id, organisation_id, observation_id, purpose, description, own_price_ore,
          is_lump_sum, share_to_repair) values (${newId()}, ${world.organisationId}, ${observation!.id}, 'modernisation',
          'Trelagsruder', 7000000, true, 1)`);

      await reckonBacklog(db, world.organisationId, [world.daycare], reckonedOn);
      const before = await backlogOf(db, world.daycare);
      const energy = (await worksOf(db, world.daycare))["windows modernisation"]!;
      await finishWork(db, world.manager, energy, finished({ [world.elements.windows]: 1 }), at);
      const after = await backlogOf(db, world.daycare);
      expect(after).toEqual({ ...before, modernisation: before["modernisation"]! - 7_000_000 });
      const upkeep = (await getWork(db, world.manager, windowsOf(world), reckonedOn))!;
      expect(upkeep.lines).toMatchObject([{ condition: 5, elementId: world.elements.windows }]);
    }));

  test("is refused in the future, after a later survey, to whoever may only read, and twice", () =>
    database.rollback(async (db) => {
      const world = await givenWorkWorld(db);
      const id = windowsOf(world);
      const finish = (form: Partial<ReturnType<typeof finished>>, actor = world.manager) =>
        finishWork(db, actor, id, { ...finished(), ...form }, at);
      expect(await finish({ doneOn: "2026-11-21" })).toMatchObject({ refusal: "inFuture" });
      expect(await finish({ doneOn: "2026-03-01" })).toMatchObject({ refusal: "seenSince" });
      expect(await finish({}, world.leader)).toMatchObject({ refusal: "notAllowed" });
      expect(await finish({}, stranger(world))).toMatchObject({ refusal: "notFound" });
      expect(await finish({ version: 7 })).toMatchObject({ refusal: "conflict" });
      expect(await finish({})).toMatchObject({ ok: true });
      expect(await finish({ version: 2 })).toMatchObject({ refusal: "notOpen" });
    }));
});
