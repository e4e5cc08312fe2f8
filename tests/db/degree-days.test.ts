import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addDegreeMonths } from "#db/commands/meter/add-degree-months.ts";
import { addMeterReadings } from "#db/commands/meter/add-meter-readings.ts";
import { listDegreeMonths, listMeteredHouses } from "#db/queries/meter/list-metered-houses.ts";
import type { Actor } from "#domain/actor.ts";
import { compared } from "#domain/meter/metered-house.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount } from "../helpers/people.ts";
import { insertSmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const now = new Date("2026-11-28T10:00:00Z");

async function scene(db: Parameters<typeof addDegreeMonths>[0]) {
  const city = await insertSmallPortfolio(db);
  const planner = await givenAccount(db, city.organisationId, { role: "planner" });
  const send = async (actor: Actor, ...items: Record<string, unknown>[]) => {
    const answer = await addDegreeMonths(db, actor, { source: "Instituttet", items }, now);
    return answer.ok ? answer.value : answer.refusal;
  };
  return { city, planner, send };
}

const cold = (month: string, degreeDays: number, normalDegreeDays: number | null = null) => ({
  ...{ month, degreeDays, normalDegreeDays },
});

test("heat that was measured is corrected by the degree days that come, and again when they are corrected", () =>
  database.rollback(async (db) => {
    const { city, planner, send } = await scene(db);
    const heat = { meter: "VA-1", buildingId: city.daycare, kind: "heat" };
    const items = ["2026-01", "2026-07"].map((month, at) => ({
      ...heat,
      month,
      amount: at === 0 ? 110 : 10,
    }));
    await addMeterReadings(db, planner, { source: "Fjernvarmen", items }, now);
    const january = async () => {
      const [house] = await listMeteredHouses(db, planner, "2026-11");
      return compared(house!, await listDegreeMonths(db, planner))[0]!.amount;
    };
    expect(await january()).toBe(110);
    expect(await send(planner, cold("2026-01", 400, 500), cold("2026-07", 5, 10))).toMatchObject({
      added: 2,
    });
    expect(await january()).toBeCloseTo(10 + (100 * 500) / 400, 5);
    expect(await send(planner, cold("2026-01", 500))).toMatchObject({ added: 0, corrected: 1 });
    expect(await january()).toBeCloseTo(110, 5);
    expect(await send(planner, cold("2026-01", 500))).toMatchObject({ corrected: 0, unchanged: 1 });
    expect((await listDegreeMonths(db, planner)).get("2026-01")).toMatchObject({ source: "Instituttet" });
    const audit = await db.execute(sql`select 1 from audit_entry where entity = 'degreeDays'`);
    expect(audit).toHaveLength(2);
  }));

test("months that cannot be are refused by their reason, and only who plans for all may send them", () =>
  database.rollback(async (db) => {
    const { city, planner, send } = await scene(db);
    const answer = await send(
      planner,
      cold("2025-10", 200, 233),
      cold("2026-10", 214),
      cold("2026-11", 300, 300),
      cold("2026-13", 1, 1),
      cold("2026-09", -3, 70),
      cold("2026-08", Number.NaN, 70),
      cold("2026-06", 20, 9_000),
      cold("2026-05", 100),
      cold("2026-10", 215),
    );
    expect(answer).toMatchObject({
      added: 2,
      refused: [
        { index: 2, reason: "month" },
        { index: 3, reason: "month" },
        { index: 4, reason: "degreeDays" },
        { index: 5, reason: "degreeDays" },
        { index: 6, reason: "normalDegreeDays" },
        { index: 7, reason: "noNormal" },
        { index: 8, reason: "twice" },
      ],
    });
    expect((await listDegreeMonths(db, planner)).get("2026-10")).toMatchObject({ normalDegreeDays: 233 });
    const outsider = await givenAccount(db, city.organisationId, {
      ...{ role: "administrationUser", administrationIds: [city.sof] },
    });
    expect(await send(outsider, cold("2026-01", 1, 1))).toBe("notAllowed");
  }));
