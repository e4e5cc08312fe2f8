import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import { givenCaseCity, numberOf, type CaseCity } from "../helpers/cases.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount, recordedOf } from "../helpers/people.ts";

const database = useDatabase();
let there: CaseCity;

beforeAll(async () => {
  there = await givenCaseCity(database.db);
});

const ordersOf = async (db: Db, number: string) => [
  ...(await db.execute<Record<string, unknown>>(sql`
      select o.*, t.code as team from service_order o join service_case c on c.id = o.case_id left join team t on t.id = o.team_id
       where c.number = ${number} order by o.line`)),
];
describe("a case", () => {
  test("is placed whole: number, order by the matrix, follower, event, what follows, and a row in the record", () =>
    database.rollback(async (db) => {
      const result = await there.place(db);
      expect(result).toMatchObject({
        ok: true,
        isRepeated: false,
        value: {
          caseNumber: expect.stringMatching(/^2026-\d{6}$/) as string,
          orders: [
            {
              service: "Vindue",
              executor: "landlord",
              payer: "landlord",
              respondBy: "2026-11-23T10:00:00.000Z",
            },
          ],
        },
      });
      const [row] = await db.execute<{ id: Id; unit_id: Id; administration_id: Id; asked_by: Id }>(
        sql`select * from service_case where number = ${numberOf(result)}`,
      );
      expect(row).toMatchObject({
        unit_id: there.city.solsikken,
        administration_id: there.city.buf,
        asked_by: there.leader.accountId,
      });
      expect(await ordersOf(db, numberOf(result))).toMatchObject([
        { line: 1, team: "KEJD-BYG", state: "received" },
      ]);
      expect([
        ...(await db.execute(sql`select kind from outbox where payload->>'caseId' = ${row!.id}`)),
      ]).toEqual([{ kind: "tellFollowers" }]);
      expect([
        ...(await db.execute(sql`select account_id from case_follower where case_id = ${row!.id}`)),
      ]).toEqual([{ account_id: there.leader.accountId }]);
      expect(await recordedOf(db, row!.id)).toEqual([
        { action: "create", accountId: there.leader.accountId },
      ]);
    }));

  test("with several needs is one number and one order each, in their order", () =>
    database.rollback(async (db) => {
      const items = [{ itemCode: "window" }, { serviceCode: "9300.02", quantity: 2 }, {}];
      const orders = await ordersOf(db, numberOf(await there.place(db, { items })));
      expect(orders).toMatchObject([
        { line: 1, team: "KEJD-BYG", item_code: "window", price_ore: null },
        { line: 2, team: "ADM-BUF", service_code: "9300.02", price_ore: 90_000, payer: "tenant" },
        { line: 3, team: "SD", executor: "serviceDesk" },
      ]);
      const shares = await db.execute(sql`
        select unit_id, amount_ore::int, basis from cost_share where order_id = ${orders[1]!.id as string}`);
      expect([...shares]).toEqual([{ unit_id: there.city.solsikken, amount_ore: 90_000, basis: "share" }]);
    }));

  test("above the limit waits for a yes, which is asked for; what is dangerous waits for nobody", () =>
    database.rollback(async (db) => {
      const dear = { serviceCode: "9300.02", quantity: 12 };
      const orders = await ordersOf(
        db,
        numberOf(await there.place(db, { items: [dear, { ...dear, impact: "danger" }] })),
      );
      expect(orders.map(({ state, priority }) => [state, priority])).toEqual([
        ["awaitingApproval", 3],
        ["received", 1],
      ]);
      const asked = await db.execute(sql`
        select a.approver, a.amount_ore::int as "amountOre", (select count(*)::int from outbox x where x.kind = 'askApproval' and x.key = a.id::text) as queued
          from order_approval a where a.order_id = any (array[${orders[0]!.id as string}, ${orders[1]!.id as string}]::uuid[])`);
      expect([...asked]).toEqual([{ approver: "administration", amountOre: 540_000, queued: 1 }]);
    }));

  test("that no rule answers goes to the service desk, and the gap is counted", () =>
    database.rollback(async (db) => {
      await db.execute(
        sql`delete from responsibility_rule where organisation_id = ${there.city.organisationId}`,
      );
      const [one, two] = [await there.place(db), await there.place(db)];
      expect(await ordersOf(db, numberOf(two))).toMatchObject([{ team: "SD", executor: "serviceDesk" }]);
      const gaps = await db.execute(sql`select item_code, times_met from responsibility_gap`);
      expect([...gaps]).toEqual([{ item_code: "window", times_met: 2 }]);
      expect((await ordersOf(db, numberOf(one)))[0]!.gap_id).not.toBeNull();
    }));

  test("of a building that several share belongs to the unit that has the room", () =>
    database.rollback(async (db) => {
      const manager = await givenAccount(db, there.city.organisationId, { role: "manager" });
      const [room] = await db.execute<{ id: Id }>(
        sql`select id from space where building_id = ${there.city.daycare} and number = '101'`,
      );
      const unitOf = async (number: string) =>
        [
          ...(await db.execute<{ unit_id: Id | null }>(
            sql`select unit_id from service_case where number = ${number}`,
          )),
        ][0]!.unit_id;
      expect(await unitOf(numberOf(await there.place(db, { spaceId: room!.id }, manager)))).toBe(
        there.city.skolen,
      );
      expect(await unitOf(numberOf(await there.place(db, {}, manager)))).toBeNull();
      const shared = numberOf(
        await there.place(db, { items: [{ serviceCode: "9300.02", quantity: 1 }] }, manager),
      );
      const shares = await db.execute<{ basis: string; amount: number }>(sql`
        select s.basis, s.amount_ore::int as amount from cost_share s join service_order o on o.id = s.order_id
          join service_case c on c.id = o.case_id where c.number = ${shared} order by s.line`);
      expect(shares.map(({ basis, amount }) => [basis, amount])).toEqual([
        ["m2", 22_500],
        ["m2", 22_500],
      ]);
    }));
});
