import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { listFigureOrders } from "#db/queries/figures/list-figure-orders.ts";
import { getSatisfaction, listMonthFigures } from "#db/queries/figures/list-months.ts";
import { summariseOrders } from "#db/queries/figures/summarise-orders.ts";
import { standingOf } from "#db/queries/figures/counted-orders.ts";
import { readFiguresSearch, shareOnTime, type FiguresSearch } from "#domain/figures/figures-search.ts";
import { newId, type Id } from "#domain/id.ts";
import { punctuality } from "#domain/order/sla.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenHouse, type House } from "../helpers/shared-house.ts";

const database = useDatabase();
const now = new Date("2026-11-20T10:00:00Z");

/** An order as it was counted by hand. Times are days of 2026 at noon; the promise to answer has no part in it. */
interface Sent {
  on: string;
  unit: "school" | "club" | "shelter";
  item: string;
  due: string | null;
  done: string | null;
  waiting?: string;
  state?: string;
  reopened?: number;
  priceOre?: number;
  score?: number;
}

const sent: Sent[] = [
  {
    on: "2026-10-01",
    unit: "school",
    item: "window",
    due: "2026-10-10",
    done: "2026-10-09",
    priceOre: 1_000_00,
    score: 5,
  },
  {
    on: "2026-10-02",
    unit: "school",
    item: "window",
    due: "2026-10-10",
    done: "2026-10-11",
    priceOre: 500_00,
    score: 2,
  },
  { on: "2026-10-03", unit: "school", item: "lock", due: null, done: "2026-10-04", reopened: 1 },
  { on: "2026-10-04", unit: "club", item: "lock", due: "2026-12-24", done: null },
  { on: "2026-11-01", unit: "club", item: "lock", due: "2026-11-10", done: null },
  { on: "2026-11-02", unit: "club", item: "lock", due: "2026-11-10", done: null, waiting: "2026-11-05" },
  { on: "2026-11-03", unit: "club", item: "lock", due: "2026-11-10", done: "2026-11-04", state: "duplicate" },
  { on: "2026-11-04", unit: "shelter", item: "lock", due: null, done: null },
  { on: "2025-10-01", unit: "school", item: "window", due: null, done: null },
];

const noon = (day: string | null | undefined) => (day ? `${day}T12:00:00Z` : null);

async function givenOrders(db: Db, house: House, orders: readonly Sent[] = sent): Promise<void> {
  const { organisationId, buildingId } = house;
  for (const code of ["window", "lock"])
    await db.execute(sql`insert into facility_item (organisation_id, code, name_da, name_en, usual_location, sort)
      values (${organisationId}, ${code}, ${code}, ${code}, 'inside', 1) on conflict do nothing`);
  for (const [index, one] of orders.entries()) {
    const [caseId, orderId] = [newId(), newId()];
    const unitId: Id = house[one.unit];
    await db.execute(sql`insert into service_case (id, organisation_id, number, building_id, unit_id, text, origin, sender,
        idempotency_key, body_sha256, answer, created_at)
      values (${caseId}, ${organisationId}, ${`2026-${index}`}, ${buildingId}, ${unitId}, 'Prøve', 'api', 'test',
        ${caseId}, '', '{}', ${noon(one.on)}::timestamptz)`);
    await db.execute(sql`insert into service_order (id, organisation_id, case_id, line, building_id, unit_id, item_code,
        cause, location, tenure, quantity, executor, payer, clause_da, clause_en, state, priority, resolve_by,
        resolved_at, waiting_since, reopened, price_ore, created_at)
      values (${orderId}, ${organisationId}, ${caseId}, 1, ${buildingId}, ${unitId}, ${one.item}, 'wear', 'inside', 'own',
        1, 'landlord', 'landlord', '-', '-', ${one.state ?? (one.done ? "closed" : "received")}, 3,
        ${noon(one.due)}::timestamptz, ${noon(one.done)}::timestamptz, ${noon(one.waiting)}::timestamptz,
        ${one.reopened ?? 0}, ${one.priceOre ?? null}::bigint, ${noon(one.on)}::timestamptz)`);
    if (one.score)
      await db.execute(sql`insert into case_rating (case_id, organisation_id, score, rated_at)
        values (${caseId}, ${organisationId}, ${one.score}, ${noon(one.done)}::timestamptz)`);
  }
}

const search = (query = ""): FiguresSearch =>
  readFiguresSearch(new URLSearchParams(`from=2026-10-01&to=2026-11-20&by=item&${query}`), "2026-11-20");

test("the figures are those that were counted by hand", () =>
  database.rollback(async (db) => {
    const house = await givenHouse(db);
    await givenOrders(db, house);
    const { total, rows } = await summariseOrders(db, house.byManager, search(), now);
    // The duplicate is left out, the order of the year before is outside the period.
    expect(total).toMatchObject({ orders: 7, doneOnce: 3, reopened: 1, priced: 2, spendOre: 1_500_00 });
    expect(total.resolve).toEqual({ met: 1, missed: 2, running: 1, waiting: 1, unmeasured: 2 });
    expect(total.respond).toEqual({ met: 0, missed: 0, running: 0, waiting: 0, unmeasured: 7 });
    expect(rows.map(({ key, orders, spendOre }) => [key, orders, spendOre])).toEqual([
      ["lock", 5, 0],
      ["window", 2, 1_500_00],
    ]);
    expect(await listMonthFigures(db, house.byManager, search(), now)).toEqual([
      { month: "2026-10", orders: 4, respondMet: 0, respondMissed: 0, resolveMet: 1, resolveMissed: 1 },
      { month: "2026-11", orders: 3, respondMet: 0, respondMissed: 0, resolveMet: 0, resolveMissed: 1 },
    ]);
    expect(await getSatisfaction(db, house.byManager, search(), now)).toMatchObject({
      ...{ asked: 4, answered: 2, satisfied: 1, meanScore: 3.5 },
    });
  }));

test("what has no deadline is unmeasured, and in no share", () => {
  expect(shareOnTime({ met: 1, missed: 2 })).toBeCloseTo(1 / 3);
  expect(shareOnTime({ met: 0, missed: 0 })).toBeNull();
});

test("every figure opens to exactly its orders", () =>
  database.rollback(async (db) => {
    const house = await givenHouse(db);
    await givenOrders(db, house);
    const { rows } = await summariseOrders(db, house.byManager, search(), now);
    const listed = async (query: string) =>
      listFigureOrders(db, house.byManager, search(query), { from: 0, limit: 100 }, now);
    for (const row of rows) {
      for (const standing of ["met", "missed", "running", "waiting", "unmeasured"] as const) {
        const { total, items } = await listed(`group=${row.key}&promise=resolve&standing=${standing}`);
        expect([row.key, standing, total, items.length]).toEqual([
          ...[row.key, standing, row.resolve[standing], row.resolve[standing]],
        ]);
      }
    }
    expect((await listed("part=reopened")).total).toBe(1);
    expect((await listed("part=priced")).total).toBe(2);
  }));

test("a leader's figures are of her own unit, a planner's leave protected units out", () =>
  database.rollback(async (db) => {
    const house = await givenHouse(db);
    await givenOrders(db, house);
    const ordersOf = async (actor: House["bySchool"]) =>
      (await summariseOrders(db, actor, search(), now)).total.orders;
    expect(await ordersOf(house.bySchool)).toBe(3);
    expect(await ordersOf(house.byClub)).toBe(3);
    expect(await ordersOf(house.byStranger)).toBe(0);
    expect(await ordersOf(house.byPlanner)).toBe(6);
    const shelters = await listFigureOrders(db, house.byPlanner, search(), { from: 0, limit: 100 }, now);
    expect(shelters.items.some(({ createdAt }) => createdAt.startsWith("2026-11-04"))).toBe(false);
  }));

test("the database judges punctuality as the rule does, whatever the times", () =>
  database.rollback(async (db) => {
    const times = [null, "2026-11-19", "2026-11-20", "2026-11-21"];
    const at = (day: string | null) => (day ? new Date(`${day}T10:00:00Z`) : null);
    const literal = (day: string | null) => sql`${at(day)?.toISOString() ?? null}::timestamptz`;
    for (const due of times)
      for (const done of times)
        for (const waiting of times) {
          const [row] = await db.execute<{ standing: string }>(sql`
            select ${standingOf("resolve", now)} as standing
              from (select ${literal(due)} as resolve_by, ${literal(done)} as resolved_at,
                           ${literal(waiting)} as waiting_since) o`);
          const rule = punctuality({ deadline: at(due), doneAt: at(done), waitingSince: at(waiting) }, now);
          expect([due, done, waiting, row!.standing]).toEqual([due, done, waiting, rule]);
        }
  }));
