import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitOrderCost } from "#db/commands/case/split-order-cost.ts";
import { listCostBearers } from "#db/queries/work/list-cost-bearers.ts";
import { measuresOf, SplitForm } from "#domain/case/split-form.ts";
import { splitCost } from "#domain/case/split-cost.ts";
import { newId } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { recordedOf } from "../helpers/people.ts";
import { givenOrder, givenOrderWorld } from "../helpers/small-order.ts";

const database = useDatabase();
const now = new Date("2026-11-20T10:00:00Z");
const form = (given: object) => SplitForm.parse({ version: "1", basis: "share", values: {}, ...given });

describe("the price of an order", () => {
  test("is shared by percent between landlord and unit, versioned and on record, until the order has ended", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { orderId } = await givenOrder(db, world, { state: "inProgress" });
      await db.execute(sql`update service_order set price_ore = 100001 where id = ${orderId}`);
      const split = (given: object, actor = world.manager) =>
        splitOrderCost(db, actor, orderId, form(given), now);
      const values = { landlord: "33,33", [world.solsikken]: "66,67" };
      expect(await split({ values: { landlord: "40" } })).toMatchObject({ refusal: "notHundred" });
      expect(await split({})).toMatchObject({ refusal: "noBearer" });
      expect(await split({ values }, world.leader)).toMatchObject({ refusal: "notAllowed" });
      expect(await split({ values, version: "2" })).toMatchObject({ refusal: "conflict" });
      expect(await split({ values })).toMatchObject({ ok: true });
      const shares = await db.execute(sql`
        select payer, unit_id as "unitId", amount_ore as ore from cost_share where order_id = ${orderId} order by line`);
      expect([...shares]).toEqual([
        { payer: "landlord", unitId: null, ore: 33_330 },
        { payer: "tenant", unitId: world.solsikken, ore: 66_671 },
      ]);
      expect((await recordedOf(db, orderId)).map(({ action }) => action)).toEqual(["splitCost"]);
      await db.execute(sql`update service_order set state = 'closed' where id = ${orderId}`);
      expect(await split({ values, version: "2" })).toMatchObject({ refusal: "orderClosed" });
    }));

  test("is asked for where there is none; by m² it follows what is rented, by hours what was recorded", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { orderId } = await givenOrder(db, world);
      const split = (given: object) => splitOrderCost(db, world.manager, orderId, form(given), now);
      expect(await split({ basis: "m2" })).toMatchObject({ refusal: "priceMissing" });
      expect(await split({ basis: "m2", price: "1.000,01" })).toMatchObject({ ok: true });
      const [sum] = await db.execute(sql`
        select sum(amount_ore)::int as ore, bool_and(unit_id is not null) as units from cost_share where order_id = ${orderId}`);
      expect(sum).toEqual({ ore: 100_001, units: true });
      await db.execute(sql`insert into work_entry (id, organisation_id, order_id, account_id, started_at, ended_at, minutes)
        values (${newId()}, ${world.organisationId}, ${orderId}, ${world.craftsman.accountId}, now(), now(), 90)`);
      const { recordedHours } = await listCostBearers(db, world.organisationId, orderId, "2026-11-20");
      expect(recordedHours).toBe(1.5);
      const hours = (landlord: string) => split({ basis: "hours", version: "2", values: { landlord } });
      expect(await hours("2")).toMatchObject({ refusal: "hoursDiffer" });
      expect(await hours("1,5")).toMatchObject({ ok: true });
    }));

  test("is exact to the øre, however it is shared", () => {
    const bearer = (unitId: string | null, areaM2: number) => ({
      unitId,
      administrationId: null,
      name: null,
      areaM2,
    });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 10 ** 10 }),
        (areas, ore) => {
          const bearers = areas.map((area) => bearer(newId(), area));
          const measures = measuresOf("m2", bearers, {}, 0);
          if (typeof measures === "string") throw new Error(measures);
          const parts = splitCost("m2", measures, ore);
          expect(parts.reduce((sum, { amountOre }) => sum + amountOre, 0)).toBe(ore);
        },
      ),
    );
  });
});
