import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addMeterReadings } from "#db/commands/meter/add-meter-readings.ts";
import type { Db } from "#db/client.server.ts";
import { listMeteredHouses } from "#db/queries/meter/list-metered-houses.ts";
import { listMeters } from "#db/queries/meter/list-meters.ts";
import type { Actor } from "#domain/actor.ts";
import { newId } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount } from "../helpers/people.ts";
import { insertSmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const now = new Date("2026-11-28T10:00:00Z");

async function scene(db: Db) {
  const city = await insertSmallPortfolio(db);
  const org = city.organisationId;
  const planner = await givenAccount(db, org, { role: "planner" });
  const outsider = await givenAccount(db, org, { role: "administrationUser", administrationIds: [city.sof] });
  const reading = (month: string, amount: number, given: object = {}) => ({
    ...{ meter: "EL-1", month, amount, buildingId: city.daycare, kind: "electricity", ...given },
  });
  const send = async (actor: Actor, ...items: unknown[]) => {
    const answer = await addMeterReadings(db, actor, { source: "Forsyningen", items }, now);
    return answer.ok ? answer.value : answer.refusal;
  };
  return { city, planner, outsider, reading, send };
}

test("readings hang a new meter up, add months, correct them, and change nothing when sent again", () =>
  database.rollback(async (db) => {
    const { city, planner, reading, send } = await scene(db);
    const batch = [reading("2026-09", 120), reading("2026-10", 130)];
    const nothing = { added: 0, corrected: 0, unchanged: 0, newMeters: 0, refused: [] };
    expect(await send(planner, ...batch)).toEqual({ ...nothing, added: 2, newMeters: 1 });
    expect(await send(planner, ...batch)).toEqual({ ...nothing, unchanged: 2 });
    expect(await send(planner, { meter: "EL-1", month: "2026-10", amount: 99 })).toEqual({
      ...nothing,
      corrected: 1,
    });
    expect(await listMeteredHouses(db, planner, "2026-11")).toMatchObject([
      {
        ...{ buildingId: city.daycare, kind: "electricity" },
        months: [
          { month: "2026-09", amount: 120 },
          { month: "2026-10", amount: 99 },
        ],
      },
    ]);
    expect(await listMeters(db, planner, city.daycare)).toMatchObject([
      { number: "EL-1", lastMonth: "2026-10" },
    ]);
    const audit = await db.execute(
      sql`select count(*)::int as count from audit_entry where entity = 'meterReadings'`,
    );
    expect(audit).toEqual([{ count: 2 }]);
  }));

test("what cannot be is refused with its reason, and the rest is taken", () =>
  database.rollback(async (db) => {
    const { planner, reading, send } = await scene(db);
    const answer = await send(
      planner,
      reading("2026-10", 10),
      reading("2026-10", 11),
      reading("2026-11", 1),
      reading("2026-09", -1),
      { meter: "UKENDT", month: "2026-10", amount: 1 },
      reading("2026-10", 1, { meter: "EL-2", buildingId: newId() }),
    );
    expect(answer).toEqual({
      ...{ added: 1, corrected: 0, unchanged: 0, newMeters: 1 },
      refused: [
        { index: 1, reason: "twice" },
        { index: 2, reason: "month" },
        { index: 3, reason: "amount" },
        { index: 4, reason: "unknownMeter" },
        { index: 5, reason: "unknownBuilding" },
      ],
    });
  }));

test("a month counts where every meter of the kind has told it", () =>
  database.rollback(async (db) => {
    const { planner, reading, send } = await scene(db);
    await send(
      planner,
      reading("2026-09", 10),
      reading("2026-10", 10),
      reading("2026-09", 5, { meter: "EL-2" }),
    );
    const [house] = await listMeteredHouses(db, planner, "2026-11");
    expect(house!.months).toEqual([{ month: "2026-09", amount: 15 }]);
  }));

test("who is outside the scope may not send, and sees no meters", () =>
  database.rollback(async (db) => {
    const { city, planner, outsider, reading, send } = await scene(db);
    expect(await send(outsider, reading("2026-10", 10))).toBe("notAllowed");
    await send(planner, reading("2026-10", 10));
    expect(await listMeteredHouses(db, outsider, "2026-11")).toEqual([]);
    expect(await listMeters(db, outsider, city.daycare)).toEqual([]);
  }));

test("two batches at once that name the same new meter hang it up once, and nothing is lost", async () => {
  const { planner, reading, send } = await scene(database.db);
  const both = await Promise.all([
    send(planner, reading("2026-09", 120), reading("2026-10", 130)),
    send(planner, reading("2026-09", 120), reading("2026-10", 130)),
  ]);
  const sum = (key: "added" | "unchanged" | "newMeters") =>
    both.reduce((all, one) => all + (one === "notAllowed" ? NaN : one[key]), 0);
  expect([sum("newMeters"), sum("added"), sum("unchanged")]).toEqual([1, 2, 2]);
});

test("what is sent of a meter that was taken down is refused by that word, but for the months that it hung", () =>
  database.rollback(async (db) => {
    const { planner, reading, send } = await scene(db);
    await send(planner, reading("2026-05", 10));
    await db.execute(
      sql`update meter set valid_to = '2026-07-01' where organisation_id = ${planner.organisationId}`,
    );
    const answer = await send(planner, reading("2026-06", 11), reading("2026-07", 12));
    expect(answer).toMatchObject({ added: 1, newMeters: 0, refused: [{ index: 1, reason: "takenDown" }] });
    const { buildingId: _building, kind: _kind, ...bare } = reading("2026-08", 1);
    expect(await send(planner, bare)).toMatchObject({ refused: [{ index: 0, reason: "takenDown" }] });
  }));
