import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { enterSharedCost } from "#db/commands/shared-cost/enter-shared-cost.ts";
import { withdrawSharedCost } from "#db/commands/shared-cost/withdraw-shared-cost.ts";
import {
  getSharedCost,
  listBuildingCosts,
  listLeaseCosts,
} from "#db/queries/shared-cost/list-shared-costs.ts";
import type { Actor } from "#domain/actor.ts";
import { newId } from "#domain/id.ts";
import type { SharedCostForm } from "#domain/rent/shared-cost.ts";
import { insertChargedHouse, type ChargedHouse } from "../helpers/charged-house.ts";
import { useDatabase } from "../helpers/database.ts";

const database = useDatabase();
const now = new Date("2026-02-10T10:00:00Z");
const none = new URLSearchParams();
const heat: SharedCostForm = {
  ...{ name: "Varme", line: "consumption", key: "m2", from: "2018-01-01", to: "2019-01-01" },
  ...{ amountOre: 100_000_00, source: "F-1" },
};

const inHouse = (work: (db: Db, house: ChargedHouse) => Promise<void>) =>
  database.rollback(async (db) => work(db, await insertChargedHouse(db)));

async function entered(db: Db, house: ChargedHouse, form = heat, typed = none) {
  const answer = await enterSharedCost(db, house.ane, house.daycare, form, typed, now);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value.id;
}

const split = async (db: Db, actor: Actor, id: string) =>
  (await getSharedCost(db, actor, id))?.parts.map(({ number, weight, amountOre }) => [
    number,
    weight,
    amountOre,
  ]);

test("a cost is laid by m² and days on those who had leases, and the empty cellar on the landlord", () =>
  inHouse(async (db, house) => {
    const id = await entered(db, house);
    // L-1002 came on 1 August; its floor stood empty before, and the cellar all year.
    expect(await split(db, house.ane, id)).toEqual([
      ["L-1001", 350, 38_888_89],
      ["L-1002", 146.71, 16_301_11],
      [null, 403.29, 44_810_00],
    ]);
    const [own] = await listLeaseCosts(db, house.ane, house.contracts["L-1002"]!);
    expect(own).toMatchObject({
      id,
      weight: 146.71,
      wholeWeight: 900,
      partOre: 16_301_11,
      amountOre: 100_000_00,
    });
    const [audit] = await db.execute<{ action: string }>(
      sql`select action from audit_entry where entity = 'sharedCost' and entity_id = ${id}`,
    );
    expect(audit).toEqual({ action: "enter" });
  }));

test("whoever shares reads their own line and the rest as one; a protected neighbour is never named", () =>
  inHouse(async (db, house) => {
    const id = await entered(db, house, { ...heat, from: "2017-01-01", to: "2018-01-01" });
    expect((await split(db, house.ane, id))!.map(([number]) => number)).toEqual(["L-1001", "L-2002", null]);
    const leader = house.as("leader", { unitIds: [house.solsikken] });
    expect(await split(db, leader, id)).toEqual([
      ["L-1001", 350, 38_888_89],
      [null, 550, 61_111_11],
    ]);
    expect((await getSharedCost(db, leader, id))!.hasOthers).toBe(true);
    expect(await split(db, house.as("planner"), id)).toEqual(await split(db, leader, id));
    const outside = house.as("leader", { unitIds: [house.skolen] });
    expect(await getSharedCost(db, outside, id)).toBeNull();
    expect(await listBuildingCosts(db, outside, house.daycare)).toEqual([]);
    expect(await listBuildingCosts(db, leader, house.daycare)).toHaveLength(1);
    expect(await listLeaseCosts(db, outside, house.contracts["L-1001"]!)).toEqual([]);
    const shelter = house.as("leader", { unitIds: [house.shelter] });
    expect((await split(db, shelter, id))!.map(([number]) => number)).toEqual(["L-2002", null]);
  }));

test("only those who charge everybody enter a cost, and not of a building that is not there", () =>
  inHouse(async (db, house) => {
    const bySome = house.as("manager", { administrationIds: [house.buf] });
    for (const actor of [bySome, house.as("planner"), house.as("leader", { unitIds: [house.solsikken] })]) {
      expect(await enterSharedCost(db, actor, house.daycare, heat, none, now)).toMatchObject({
        refusal: "notAllowed",
      });
    }
    expect(await enterSharedCost(db, house.ane, newId(), heat, none, now)).toMatchObject({
      refusal: "notFound",
    });
    const [count] = await db.execute<{ count: number }>(sql`select count(*)::int as count from shared_cost`);
    expect(count).toEqual({ count: 0 });
  }));

test("shares that do not sum, a time without anybody, and what was entered before are refused; nothing is kept", () =>
  inHouse(async (db, house) => {
    const enter = (form: SharedCostForm, typed = none) =>
      enterSharedCost(db, house.ane, house.daycare, form, typed, now);
    const weights = (first: string, second: string) =>
      new URLSearchParams({
        [`weight.${house.contracts["L-1001"]}`]: first,
        [`weight.${house.contracts["L-1002"]}`]: second,
      });
    const shared = { ...heat, key: "share" } as const;
    expect(await enter(shared, weights("40", "59"))).toMatchObject({ refusal: "sharesDoNotSum" });
    expect(await enter(shared, weights("140", "-40"))).toMatchObject({ refusal: "weightWrong" });
    expect(await enter({ ...heat, from: "1990-01-01", to: "1991-01-01" })).toMatchObject({
      refusal: "nobodyShares",
    });
    expect(await listBuildingCosts(db, house.ane, house.daycare)).toEqual([]);
    expect((await enter(shared, weights("40", "60"))).ok).toBe(true);
    expect(await enter({ ...heat, name: "VARME", from: "2018-12-31", to: "2019-06-01" })).toEqual({
      ...{ ok: false, refusal: "enteredBefore", days: ["2018-01-01", "2018-12-31"] },
    });
    expect((await enter({ ...heat, from: "2019-01-01", to: "2020-01-01" })).ok).toBe(true);
  }));

test("what was wrong is withdrawn once and with a reason; it stays to be read, falls on nobody, and may be entered anew", () =>
  inHouse(async (db, house) => {
    const id = await entered(db, house);
    const withdraw = (actor: Actor, why = "Forkert måler") => withdrawSharedCost(db, actor, id, why, now);
    expect(await withdraw(house.as("planner"))).toMatchObject({ refusal: "notAllowed" });
    expect(await withdraw(house.ane, " ")).toMatchObject({ refusal: "why" });
    expect((await withdraw(house.ane)).ok).toBe(true);
    expect(await withdraw(house.ane)).toMatchObject({ refusal: "notFound" });
    expect((await getSharedCost(db, house.ane, id))!.cost).toMatchObject({ withdrawnWhy: "Forkert måler" });
    expect(await listLeaseCosts(db, house.ane, house.contracts["L-1001"]!)).toEqual([]);
    expect((await enterSharedCost(db, house.ane, house.daycare, heat, none, now)).ok).toBe(true);
  }));
