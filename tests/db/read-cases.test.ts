import { beforeAll, describe, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getCase } from "#db/queries/case/get-case.ts";
import { listCases } from "#db/queries/case/list-cases.ts";
import { CursorFault } from "#db/queries/list-cursor.ts";
import type { Actor } from "#domain/actor.ts";
import { readCaseSearch, type CaseSearch } from "#domain/case/case-search.ts";
import { askedAt, givenCaseCity, numberOf, type CaseCity } from "../helpers/cases.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount } from "../helpers/people.ts";

const database = useDatabase();
const today = "2026-11-20";
let there: CaseCity;

beforeAll(async () => {
  there = await givenCaseCity(database.db);
});

const list = (
  db: Db,
  actor: Actor,
  search: Partial<CaseSearch> = {},
  limit = 50,
  cursor: string | null = null,
) => listCases(db, actor, { ...readCaseSearch(new URLSearchParams()), ...search }, { limit, cursor }, today);

describe("the list of cases", () => {
  test("is paged without losing or repeating one, and its total counts all", () =>
    database.rollback(async (db) => {
      const numbers: string[] = [];
      for (let n = 0; n < 7; n++) numbers.push(numberOf(await there.place(db)));
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await list(db, there.leader, {}, 3, cursor);
        expect(page.total).toBe(7);
        seen.push(...page.items.map(({ number }) => number));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual(numbers.reverse());
    }));

  test("shows a unit's own cases alone, and those of the administration to its user", () =>
    database.rollback(async (db) => {
      const number = numberOf(await there.place(db));
      const { city } = there;
      const seenBy = async (role: "leader" | "administrationUser" | "manager", reach = {}) =>
        (await list(db, await givenAccount(db, city.organisationId, { role, ...reach }))).items.map(
          (row) => row.number,
        );
      expect(await seenBy("leader", { unitIds: [city.solsikken] })).toEqual([number]);
      expect(await seenBy("leader", { unitIds: [city.skolen] })).toEqual([]);
      expect(await seenBy("administrationUser", { administrationIds: [city.buf] })).toEqual([number]);
      expect(await seenBy("administrationUser", { administrationIds: [city.sof] })).toEqual([]);
      expect(await seenBy("manager")).toEqual([number]);
    }));

  test("is filtered by state, building and words", () =>
    database.rollback(async (db) => {
      const one = numberOf(await there.place(db, { text: "Blåt vindue i køkkenet" }));
      const two = numberOf(await there.place(db, { text: "100% forkert_farve" }));
      await db.execute(
        sql`update service_order set state = 'done' where case_id = (select id from service_case where number = ${two})`,
      );
      const numbers = async (search: Partial<CaseSearch>) =>
        (await list(db, there.leader, search)).items.map(({ number }) => number);
      expect(await numbers({ state: "yours" })).toEqual([two]);
      expect(await numbers({ state: "open" })).toEqual([two, one]);
      expect(await numbers({ state: "ended" })).toEqual([]);
      expect(await numbers({ q: "blaat koekken" })).toEqual([one]);
      expect(await numbers({ q: "100_" })).toEqual([]);
      expect(await numbers({ q: "100% t_f" })).toEqual([two]);
      expect(await numbers({ building: there.city.store })).toEqual([]);
    }));

  test("refuses a cursor that it did not make", () =>
    expect(list(database.db, there.leader, {}, 3, "nonsense")).rejects.toThrow(CursorFault));
});

describe("a case", () => {
  test("is read whole by whoever asked, and is not there for a neighbour", () =>
    database.rollback(async (db) => {
      const number = numberOf(
        await there.place(db, { items: [{ itemCode: "window" }, { itemCode: "wall" }] }),
      );
      const file = await getCase(db, there.leader, number, today);
      expect(file).toMatchObject({
        number,
        text: "Ruden er knust",
        unitName: "Solsikken",
        isMine: true,
        isFollowed: true,
      });
      expect(file!.orders.map(({ nameDa, teamName }) => [nameDa, teamName])).toEqual([
        ["Vindue", "KEjd håndværkere"],
        ["Væg og maling", "Børne- og Ungdomsforvaltningen"],
      ]);
      expect(file!.events.map(({ event }) => event)).toEqual(["placed"]);
      expect(new Date(file!.createdAt)).toEqual(askedAt);
      const neighbour = await givenAccount(db, there.city.organisationId, {
        role: "leader",
        unitIds: [there.city.skolen],
      });
      expect(await getCase(db, neighbour, number, today)).toBeNull();
    }));

  test("shows a craftsman the team's own order and no other's", () =>
    database.rollback(async (db) => {
      const number = numberOf(
        await there.place(db, { items: [{ itemCode: "window" }, { itemCode: "heating" }] }),
      );
      const craftsman = await givenAccount(db, there.city.organisationId, { role: "craftsman" });
      expect(await getCase(db, craftsman, number, today)).toBeNull();
      await db.execute(sql`insert into team_member (team_id, account_id, organisation_id, valid_from)
        select id, ${craftsman.accountId}, organisation_id, '2026-01-01' from team
         where organisation_id = ${there.city.organisationId} and code = 'KEJD-INST'`);
      const file = await getCase(db, craftsman, number, today);
      expect(file!.orders.map(({ nameDa }) => nameDa)).toEqual(["Varme"]);
      expect((await list(db, craftsman)).items[0]!.orders).toHaveLength(1);
    }));

  test("keeps what is internal from whoever asked", () =>
    database.rollback(async (db) => {
      const number = numberOf(await there.place(db));
      await db.execute(sql`insert into case_event (id, organisation_id, case_id, event, is_internal, actor_name, happened_at, recorded_at)
        select gen_random_uuid(), organisation_id, id, 'note', true, 'x', now(), now() from service_case where number = ${number}`);
      expect((await getCase(db, there.leader, number, today))!.events).toHaveLength(1);
      const manager = await givenAccount(db, there.city.organisationId, { role: "manager" });
      expect((await getCase(db, manager, number, today))!.events).toHaveLength(2);
    }));
});
