import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#domain/actor.ts";
import type { CaseFormInput } from "#domain/case/case-form.ts";
import type { Db } from "#db/client.server.ts";
import { newId, type Id } from "#domain/id.ts";
import { givenCaseCity, numberOf, type CaseCity } from "../helpers/cases.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount } from "../helpers/people.ts";

const database = useDatabase();
let there: CaseCity;

beforeAll(async () => {
  there = await givenCaseCity(database.db);
});

describe("a sending", () => {
  test("that comes again is answered as the first time, and nothing is done twice", () =>
    database.rollback(async (db) => {
      const same = newId();
      const first = await there.place(db, {}, there.leader, same);
      const again = await there.place(db, {}, there.leader, same);
      expect(again).toEqual({ ...first, isRepeated: true });
      expect([
        await there.count(db, "service_case"),
        await there.count(db, "case_event"),
        await there.count(db, "outbox"),
      ]).toEqual([1, 1, 1]);
    }));

  test("with a used key and other words is refused, and the first stands", () =>
    database.rollback(async (db) => {
      const same = newId();
      await there.place(db, {}, there.leader, same);
      expect(await there.place(db, { text: "Noget andet" }, there.leader, same)).toMatchObject({
        ok: false,
        refusal: "keyUsedForAnother",
      });
      expect(await there.count(db, "service_case")).toBe(1);
    }));

  test("with the key of another sender is a case of its own", () =>
    database.rollback(async (db) => {
      const same = newId();
      const deputy = await givenAccount(db, there.city.organisationId, {
        role: "leader",
        unitIds: [there.city.solsikken],
      });
      const numbers = [
        numberOf(await there.place(db, {}, there.leader, same)),
        numberOf(await there.place(db, {}, deputy, same)),
      ];
      expect(new Set(numbers).size).toBe(2);
    }));

  test("that comes eight times at the same moment is one case", async () => {
    const same = newId();
    const results = await Promise.all(
      Array.from({ length: 8 }, () => there.place(database.db, {}, there.leader, same)),
    );
    expect(new Set(results.map(numberOf)).size).toBe(1);
    expect(results.filter((result) => result.ok && !result.isRepeated)).toHaveLength(1);
    const [row] = await database.db.execute<{ cases: number; orders: number; events: number }>(sql`
      select count(distinct c.id)::int as cases, count(distinct o.id)::int as orders, count(distinct e.id)::int as events
        from service_case c join service_order o on o.case_id = c.id join case_event e on e.case_id = c.id
       where c.idempotency_key = ${same}`);
    expect(row).toEqual({ cases: 1, orders: 1, events: 1 });
  });
});

describe("a case is refused", () => {
  const refusalOf = async (db: Db, given: Partial<CaseFormInput>, actor?: Actor) => {
    const before = await there.count(db, "service_case");
    const result = await there.place(db, given, actor);
    expect(await there.count(db, "service_case")).toBe(before);
    return result.ok ? null : result.refusal;
  };

  test("for a place outside the scope: another's building, a room that is not in it, a building that is nowhere", () =>
    database.rollback(async (db) => {
      const [room] = await db.execute<{ id: Id }>(
        sql`select id from space where building_id = ${there.city.shelterHouse}`,
      );
      expect(await refusalOf(db, { buildingId: there.city.shelterHouse })).toBe("placeOutsideScope");
      expect(await refusalOf(db, { spaceId: room!.id })).toBe("placeOutsideScope");
      expect(await refusalOf(db, { buildingId: newId() })).toBe("placeOutsideScope");
      const other = await givenAccount(db, there.city.organisationId, {
        role: "administrationUser",
        administrationIds: [there.city.sof],
      });
      expect(await refusalOf(db, {}, other)).toBe("placeOutsideScope");
      expect((await there.place(db, { buildingId: there.city.shelterHouse }, other)).ok).toBe(true);
    }));

  test("for someone who may not ask: an auditor, a planner, a craftsman", () =>
    database.rollback(async (db) => {
      for (const role of ["auditor", "planner", "craftsman"] as const) {
        expect(await refusalOf(db, {}, await givenAccount(db, there.city.organisationId, { role }))).toBe(
          "notAllowed",
        );
      }
    }));

  test("for a point that is nowhere near the building", () =>
    database.rollback(async (db) => {
      expect(await refusalOf(db, { position: [9.5, 56.2] })).toBe("positionTooFar");
      expect((await there.place(db, { position: [12.5503, 55.6901] })).ok).toBe(true);
    }));

  test("for a photo that somebody else stored, and then nothing of it stands", () =>
    database.rollback(async (db) => {
      const foreign = await there.insertDraftPhoto(db, `account:${newId()}`);
      expect(await refusalOf(db, { photoIds: [foreign] })).toBe("unknownPhoto");
      expect(await there.count(db, "draft_photo")).toBe(1);
      const own = await there.insertDraftPhoto(db, `account:${there.leader.accountId}`);
      const number = numberOf(await there.place(db, { photoIds: [own] }));
      const photos = await db.execute(sql`
        select p.id, p.kind from case_photo p join service_case c on c.id = p.case_id where c.number = ${number}`);
      expect([...photos]).toEqual([{ id: own, kind: "report" }]);
    }));

  test("for a service that was withdrawn, and for a price that is another by now", () =>
    database.rollback(async (db) => {
      expect(await refusalOf(db, { items: [{ serviceCode: "9300.02", expectedUnitPriceOre: 1 }] })).toBe(
        "priceChanged",
      );
      await db.execute(sql`update service set withdrawn_on = '2026-01-01' where code = '9300.02'`);
      expect(await refusalOf(db, { items: [{ serviceCode: "9300.02" }] })).toBe("withdrawnService");
    }));
});
