import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import type { CaseSender } from "#db/commands/case/case-sender.ts";
import { placeCase } from "#db/commands/case/place-case.ts";
import { ensureServiceBasics } from "#db/commands/ensure-service-basics.ts";
import type { Actor } from "#domain/actor.ts";
import { CaseForm, type CaseFormInput } from "#domain/case/case-form.ts";
import { newId, type Id } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount, recordedOf } from "../helpers/people.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const now = new Date("2026-11-20T10:00:00Z");
let city: SmallPortfolio;
let leader: Actor;

beforeAll(async () => {
  city = await insertSmallPortfolio(database.db);
  await ensureServiceBasics(database.db, city.organisationId);
  leader = await givenAccount(database.db, city.organisationId, {
    role: "leader",
    unitIds: [city.solsikken],
  });
  await insertService(database.db);
});

/** A service of the catalogue whose orders above 5,000 kr. wait for the administration. */
async function insertService(db: Db) {
  await db.execute(sql`insert into service (organisation_id, code, service_group, name_da, name_en, description_da, description_en, owner, team_id)
    select ${city.organisationId}, '9300.02', '1300', 'Ekstra rengøring', 'Extra cleaning', 'Rengøring', 'Cleaning', 'BUF', id
      from team where organisation_id = ${city.organisationId} and code = 'ADM-BUF'`);
  await db.execute(sql`insert into service_version (id, organisation_id, service_code, valid_from, unit, unit_price_ore, norm_minutes,
      sla_code, priority, approval_above_ore, approver, source)
    values (${newId()}, ${city.organisationId}, '9300.02', '2020-01-01', 'hour', 45000, 60, 'standard', 3, 500000, 'administration', 'Prøve')`);
}

const form = (given: Partial<CaseFormInput> = {}): CaseForm =>
  CaseForm.parse({
    buildingId: city.daycare,
    text: "Ruden er knust",
    items: [{ itemCode: "window" }],
    ...given,
  });
const as = (actor: Actor): CaseSender => ({ kind: "account", actor });
const key = () => `key-${newId()}`;
const place = (db: Db, given: Partial<CaseFormInput> = {}, actor = leader, itsKey = key()) =>
  placeCase(db, as(actor), form(given), itsKey, now);
const count = async (
  db: Db,
  table: "service_case" | "service_order" | "case_event" | "outbox" | "draft_photo",
) =>
  (
    await db.execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(table)} where organisation_id = ${city.organisationId}`,
    )
  )[0]!.n;
const ordersOf = async (db: Db, number: string) => [
  ...(await db.execute<Record<string, unknown>>(sql`
      select o.*, t.code as team from service_order o join service_case c on c.id = o.case_id left join team t on t.id = o.team_id
       where c.number = ${number} order by o.line`)),
];
const numberOf = (result: Awaited<ReturnType<typeof placeCase>>): string => {
  if (!result.ok) throw new Error(result.refusal);
  return result.value.caseNumber;
};

describe("a case", () => {
  test("is placed whole: number, order by the matrix, follower, event, what follows, and a row in the record", () =>
    database.rollback(async (db) => {
      const result = await place(db);
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
        unit_id: city.solsikken,
        administration_id: city.buf,
        asked_by: leader.accountId,
      });
      expect(await ordersOf(db, numberOf(result))).toMatchObject([
        { line: 1, team: "KEJD-BYG", state: "received" },
      ]);
      expect([
        ...(await db.execute(sql`select kind from outbox where payload->>'caseId' = ${row!.id}`)),
      ]).toEqual([{ kind: "tellFollowers" }]);
      expect([
        ...(await db.execute(sql`select account_id from case_follower where case_id = ${row!.id}`)),
      ]).toEqual([{ account_id: leader.accountId }]);
      expect(await recordedOf(db, row!.id)).toEqual([{ action: "create", accountId: leader.accountId }]);
    }));

  test("with several needs is one number and one order each, in their order", () =>
    database.rollback(async (db) => {
      const items = [{ itemCode: "window" }, { serviceCode: "9300.02", quantity: 2 }, {}];
      const orders = await ordersOf(db, numberOf(await place(db, { items })));
      expect(orders).toMatchObject([
        { line: 1, team: "KEJD-BYG", item_code: "window", price_ore: null },
        { line: 2, team: "ADM-BUF", service_code: "9300.02", price_ore: 90_000, payer: "tenant" },
        { line: 3, team: "SD", executor: "serviceDesk" },
      ]);
      const shares = await db.execute(sql`
        select unit_id, amount_ore::int, basis from cost_share where order_id = ${orders[1]!.id as string}`);
      expect([...shares]).toEqual([{ unit_id: city.solsikken, amount_ore: 90_000, basis: "share" }]);
    }));

  test("above the limit waits for a yes, which is asked for; what is dangerous waits for nobody", () =>
    database.rollback(async (db) => {
      const dear = { serviceCode: "9300.02", quantity: 12 };
      const orders = await ordersOf(
        db,
        numberOf(await place(db, { items: [dear, { ...dear, impact: "danger" }] })),
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
      await db.execute(sql`delete from responsibility_rule where organisation_id = ${city.organisationId}`);
      const [one, two] = [await place(db), await place(db)];
      expect(await ordersOf(db, numberOf(two))).toMatchObject([{ team: "SD", executor: "serviceDesk" }]);
      const gaps = await db.execute(sql`select item_code, times_met from responsibility_gap`);
      expect([...gaps]).toEqual([{ item_code: "window", times_met: 2 }]);
      expect((await ordersOf(db, numberOf(one)))[0]!.gap_id).not.toBeNull();
    }));

  test("of a building that several share belongs to the unit that has the room", () =>
    database.rollback(async (db) => {
      const manager = await givenAccount(db, city.organisationId, { role: "manager" });
      const [room] = await db.execute<{ id: Id }>(
        sql`select id from space where building_id = ${city.daycare} and number = '101'`,
      );
      const unitOf = async (number: string) =>
        [
          ...(await db.execute<{ unit_id: Id | null }>(
            sql`select unit_id from service_case where number = ${number}`,
          )),
        ][0]!.unit_id;
      expect(await unitOf(numberOf(await place(db, { spaceId: room!.id }, manager)))).toBe(city.skolen);
      expect(await unitOf(numberOf(await place(db, {}, manager)))).toBeNull();
      const shared = numberOf(await place(db, { items: [{ serviceCode: "9300.02", quantity: 1 }] }, manager));
      const shares = await db.execute<{ basis: string; amount: number }>(sql`
        select s.basis, s.amount_ore::int as amount from cost_share s join service_order o on o.id = s.order_id
          join service_case c on c.id = o.case_id where c.number = ${shared} order by s.line`);
      expect(shares.map(({ basis, amount }) => [basis, amount])).toEqual([
        ["m2", 22_500],
        ["m2", 22_500],
      ]);
    }));
});

describe("a sending", () => {
  test("that comes again is answered as the first time, and nothing is done twice", () =>
    database.rollback(async (db) => {
      const same = key();
      const first = await place(db, {}, leader, same);
      const again = await place(db, {}, leader, same);
      expect(again).toEqual({ ...first, isRepeated: true });
      expect([
        await count(db, "service_case"),
        await count(db, "case_event"),
        await count(db, "outbox"),
      ]).toEqual([1, 1, 1]);
    }));

  test("with a used key and other words is refused, and the first stands", () =>
    database.rollback(async (db) => {
      const same = key();
      await place(db, {}, leader, same);
      expect(await place(db, { text: "Noget andet" }, leader, same)).toMatchObject({
        ok: false,
        refusal: "keyUsedForAnother",
      });
      expect(await count(db, "service_case")).toBe(1);
    }));

  test("with the key of another sender is a case of its own", () =>
    database.rollback(async (db) => {
      const same = key();
      const deputy = await givenAccount(db, city.organisationId, {
        role: "leader",
        unitIds: [city.solsikken],
      });
      const numbers = [
        numberOf(await place(db, {}, leader, same)),
        numberOf(await place(db, {}, deputy, same)),
      ];
      expect(new Set(numbers).size).toBe(2);
    }));

  test("that comes eight times at the same moment is one case", async () => {
    const same = key();
    const results = await Promise.all(Array.from({ length: 8 }, () => place(database.db, {}, leader, same)));
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
  const refusalOf = async (db: Db, given: Partial<CaseFormInput>, actor = leader) => {
    const before = await count(db, "service_case");
    const result = await place(db, given, actor);
    expect(await count(db, "service_case")).toBe(before);
    return result.ok ? null : result.refusal;
  };

  test("for a place outside the scope: another's building, a room that is not in it, a building that is nowhere", () =>
    database.rollback(async (db) => {
      const [room] = await db.execute<{ id: Id }>(
        sql`select id from space where building_id = ${city.shelterHouse}`,
      );
      expect(await refusalOf(db, { buildingId: city.shelterHouse })).toBe("placeOutsideScope");
      expect(await refusalOf(db, { spaceId: room!.id })).toBe("placeOutsideScope");
      expect(await refusalOf(db, { buildingId: newId() })).toBe("placeOutsideScope");
      const other = await givenAccount(db, city.organisationId, {
        role: "administrationUser",
        administrationIds: [city.sof],
      });
      expect(await refusalOf(db, {}, other)).toBe("placeOutsideScope");
      expect((await place(db, { buildingId: city.shelterHouse }, other)).ok).toBe(true);
    }));

  test("for someone who may not ask: an auditor, a planner, a craftsman", () =>
    database.rollback(async (db) => {
      for (const role of ["auditor", "planner", "craftsman"] as const) {
        expect(await refusalOf(db, {}, await givenAccount(db, city.organisationId, { role }))).toBe(
          "notAllowed",
        );
      }
    }));

  test("for a point that is nowhere near the building", () =>
    database.rollback(async (db) => {
      expect(await refusalOf(db, { position: [9.5, 56.2] })).toBe("positionTooFar");
      expect((await place(db, { position: [12.5503, 55.6901] })).ok).toBe(true);
    }));

  test("for a photo that somebody else stored, and then nothing of it stands", () =>
    database.rollback(async (db) => {
      const foreign = await insertDraft(db, `account:${newId()}`);
      expect(await refusalOf(db, { photoIds: [foreign] })).toBe("unknownPhoto");
      expect(await count(db, "draft_photo")).toBe(1);
      const own = await insertDraft(db, `account:${leader.accountId}`);
      const number = numberOf(await place(db, { photoIds: [own] }));
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

async function insertDraft(db: Db, sender: string): Promise<Id> {
  const id = newId();
  await db.execute(sql`insert into draft_photo (id, organisation_id, sender, original_key, original_type, public_key, thumbnail_key,
      width, height, bytes, sha256, created_at)
    values (${id}, ${city.organisationId}, ${sender}, ${`o${id}`}, 'image/jpeg', ${`p${id}`}, ${`t${id}`}, 10, 10, 100,
      ${id.replaceAll("-", "").padEnd(64, "0")}, now())`);
  return id;
}
