import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureServiceBasics } from "#db/commands/ensure-service-basics.ts";
import { closeUnit, openUnit } from "#db/commands/recurring/change-closing-periods.ts";
import { leaveOut, stopRecurring } from "#db/commands/recurring/change-recurring.ts";
import { createRecurring } from "#db/commands/recurring/create-recurring.ts";
import { makeRecurringOrders } from "#db/commands/recurring/make-recurring-orders.ts";
import type { Db } from "#db/client.server.ts";
import { getRecurring, listRecurring } from "#db/queries/recurring/list-recurring.ts";
import { listClosingPeriods } from "#db/queries/recurring/list-closing-periods.ts";
import { listUnitPlaces } from "#db/queries/recurring/list-unit-places.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import type { RecurringForm } from "#domain/recurring/recurring-form.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount, recordedOf } from "../helpers/people.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const now = new Date("2026-11-20T10:00:00Z");
const today = "2026-11-20";
let city: SmallPortfolio;
let leader: Actor;

beforeAll(async () => {
  city = await insertSmallPortfolio(database.db);
  await ensureServiceBasics(database.db, city.organisationId);
  leader = await givenAccount(database.db, city.organisationId, {
    role: "leader",
    unitIds: [city.solsikken],
  });
});

const form = (given: Partial<RecurringForm> = {}): RecurringForm => ({
  ...{ unitId: city.solsikken, buildingId: city.daycare, serviceCode: "1300.02", quantity: 2 },
  ...{ description: "Køkkenet", rrule: "FREQ=WEEKLY;BYDAY=TU,TH", startsOn: "2026-11-23", startsAt: "17:00" },
  ...{ endsOn: null, skipsHolidays: true },
  ...given,
});

const begin = async (db: Db, given: Partial<RecurringForm> = {}): Promise<Id> => {
  const made = await createRecurring(db, leader, form(given), now);
  if (!made.ok) throw new Error(made.refusal);
  return made.value;
};

const ordered = async (db: Db, id: Id) => [
  ...(await db.execute<{ day: string; quantity: number; unitId: Id; asker: string }>(sql`
    select o.planned_on as day, o.quantity, c.unit_id as "unitId", c.asker_name as asker
      from service_case c join service_order o on o.case_id = c.id
     where c.recurring_service_id = ${id} order by o.planned_on`)),
];
const daysOrdered = async (db: Db, id: Id) => (await ordered(db, id)).map(({ day }) => day);
const firstFortnight = ["2026-11-24", "2026-11-26", "2026-12-01", "2026-12-03"];

describe("a recurring service", () => {
  test("is ordered fourteen days ahead, once a day however often the job runs", () =>
    database.rollback(async (db) => {
      const id = await begin(db);
      expect(await makeRecurringOrders(db, city.organisationId, now)).toEqual({ made: 4, refused: [] });
      expect(await daysOrdered(db, id)).toEqual(firstFortnight);
      expect((await ordered(db, id))[0]).toMatchObject({ quantity: 2, unitId: city.solsikken });
      expect((await makeRecurringOrders(db, city.organisationId, now)).made).toBe(0);
      await db.execute(sql`update recurring_service set made_until = null where id = ${id}`);
      expect(await makeRecurringOrders(db, city.organisationId, now)).toEqual({ made: 0, refused: [] });
      expect(await daysOrdered(db, id)).toEqual(firstFortnight);
      const later = new Date("2026-11-25T10:00:00Z");
      expect((await makeRecurringOrders(db, city.organisationId, later)).made).toBe(1);
      expect((await daysOrdered(db, id)).at(-1)).toBe("2026-12-08");
      expect(await recordedOf(db, id)).toMatchObject([{ action: "create" }]);
    }));

  test("leaves out holidays, closing days, days taken out, and stops with the lease", () =>
    database.rollback(async (db) => {
      const id = await begin(db);
      const closed = await closeUnit(db, leader, {
        unitId: city.solsikken,
        name: "Pædagogisk dag",
        from: "2026-11-24",
        to: "2026-11-24",
      });
      expect(closed.ok).toBe(true);
      expect((await leaveOut(db, leader, id, { day: "2026-11-26", isOut: true }, now)).ok).toBe(true);
      await db.execute(sql`update contract set valid_to = '2026-12-02' where id = (
        select contract_id from recurring_service where id = ${id})`);
      await makeRecurringOrders(db, city.organisationId, now);
      expect((await getRecurring(db, leader, id, today))!.leaseEndsOn).toBe("2026-12-02");
      expect(await daysOrdered(db, id)).toEqual(["2026-12-01"]);
      expect(await leaveOut(db, leader, id, { day: "2026-12-01", isOut: true }, now)).toEqual({
        ...{ ok: false, refusal: "alreadyMade" },
      });
      expect(await listClosingPeriods(db, leader, today)).toMatchObject([
        { name: "Pædagogisk dag", mayChange: true },
      ]);
      expect((await openUnit(db, leader, closed.ok ? closed.value : "")).ok).toBe(true);
      expect(await listClosingPeriods(db, leader, today)).toEqual([]);
    }));

  test("makes nothing more once it is stopped or its service withdrawn", () =>
    database.rollback(async (db) => {
      const [stopped, withdrawn] = [await begin(db), await begin(db, { serviceCode: "2400.02" })];
      await stopRecurring(db, leader, stopped, now);
      await db.execute(sql`update service set withdrawn_on = '2026-12-01'
        where organisation_id = ${city.organisationId} and code = '2400.02'`);
      expect((await makeRecurringOrders(db, city.organisationId, now)).refused).toEqual([]);
      expect(await daysOrdered(db, stopped)).toEqual([]);
      expect(await daysOrdered(db, withdrawn)).toEqual(firstFortnight.slice(0, 2));
      expect(await stopRecurring(db, leader, stopped, now)).toEqual({ ok: false, refusal: "alreadyStopped" });
      const list = await listRecurring(db, leader, today);
      expect(list.items.map(({ isStopped }) => isStopped)).toEqual([false, true]);
    }));

  test("is refused outside one's units, of a withdrawn service, by a bad rule, and in the past", () =>
    database.rollback(async (db) => {
      const refusal = async (given: Partial<RecurringForm>, actor = leader) => {
        const result = await createRecurring(db, actor, form(given), now);
        return result.ok ? null : result.refusal;
      };
      expect(await refusal({ unitId: city.shelter, buildingId: city.shelterHouse })).toBe(
        "placeOutsideScope",
      );
      expect(await refusal({ buildingId: city.shelterHouse })).toBe("placeOutsideScope");
      expect(await refusal({ unitId: newId() })).toBe("placeOutsideScope");
      expect(await refusal({ serviceCode: "9999.99" })).toBe("withdrawnService");
      expect(await refusal({ rrule: "FREQ=SECONDLY" })).toBe("notARule");
      expect(await refusal({ startsOn: "2026-11-19" })).toBe("dayPassed");
      expect(await refusal({}, city.as("auditor"))).toBe("notAllowed");
      expect(await refusal({}, city.as("craftsman"))).toBe("placeOutsideScope");
      await db.execute(sql`update service set withdrawn_on = ${today}
        where organisation_id = ${city.organisationId} and code = '1300.02'`);
      expect(await refusal({})).toBe("withdrawnService");
    }));

  test("is seen and changed by its own unit alone, and by those who see all", () =>
    database.rollback(async (db) => {
      const id = await begin(db);
      const other = city.as("leader", { unitIds: [city.shelter] });
      expect((await listRecurring(db, other, today)).items).toEqual([]);
      expect(await getRecurring(db, other, id, today)).toBeNull();
      expect(await stopRecurring(db, other, id, now)).toEqual({ ok: false, refusal: "notFound" });
      expect(await stopRecurring(db, city.as("auditor"), id, now)).toEqual({
        ok: false,
        refusal: "notAllowed",
      });
      expect((await getRecurring(db, city.as("auditor"), id, today))!.mayChange).toBe(false);
      expect((await getRecurring(db, city.as("manager"), id, today))!.mayChange).toBe(true);
      expect(
        (await closeUnit(db, other, { unitId: city.solsikken, name: "x", from: today, to: today })).ok,
      ).toBe(false);
      expect((await listUnitPlaces(db, other, today)).map(({ unitId }) => unitId)).toEqual([city.shelter]);
      expect((await listUnitPlaces(db, leader, today)).map(({ buildingId }) => buildingId)).toContain(
        city.daycare,
      );
      expect(await listUnitPlaces(db, leader, today, "findes ikke")).toEqual([]);
    }));
});
