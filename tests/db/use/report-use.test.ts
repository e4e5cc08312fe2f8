import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { reportUse } from "#db/commands/use/report-use.ts";
import { hourlyUse } from "#db/queries/use/hourly-use.ts";
import { listReportPlaces } from "#db/queries/use/list-report-places.ts";
import { hourOfWeek } from "#domain/use/use-week.ts";
import type { UseReport } from "#domain/use/use-report.ts";
import type { Db } from "#db/client.server.ts";
import { givenAccount } from "../../helpers/people.ts";
import { useDatabase } from "../../helpers/database.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../../helpers/small-portfolio.ts";

const database = useDatabase();
const now = new Date("2026-11-28T09:00:00Z");
const later = new Date("2026-12-01T09:00:00Z");

const reportOf = (small: SmallPortfolio, persons: number, places = 40): UseReport => ({
  ...{ unitId: small.solsikken, buildingId: small.daycare, places, holidayShare: 0.5, summerShare: 0 },
  days: Array.from({ length: 7 }, (_, index) => ({
    kind: index === 0 ? ("own" as const) : index < 5 ? ("monday" as const) : ("closed" as const),
    persons: index === 0 ? [0, persons, 0, 0, 0, 0, 0, 0, 0] : [],
  })),
});

const leaderOf = (db: Db, small: SmallPortfolio) =>
  givenAccount(db, small.organisationId, { role: "leader", unitIds: [small.solsikken] });

test("a leader tells of her unit's week, and everyone who may read use sees it from that day", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const leader = await leaderOf(db, small);
    expect(await reportUse(db, leader, reportOf(small, 30), now)).toEqual({ ok: true, value: null });
    const weeks = await hourlyUse(db, small.as("planner"), { on: "2026-11-28" });
    expect(weeks.map(({ period, persons }) => [period, persons[hourOfWeek(3, 9)]])).toEqual([
      ["holiday", 15],
      ["summer", 0],
      ["term", 30],
    ]);
    expect(weeks[0]).toMatchObject({ source: "estimate", confidence: 0.4, capacity: 40 });
    const [audit] = await db.execute(
      sql`select action, entity from audit_entry where entity_id = ${small.solsikken}`,
    );
    expect(audit).toEqual({ action: "report", entity: "unitUse" });
  }));

test("telling again the same day replaces, and on a later day ends what was told before", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const leader = await leaderOf(db, small);
    const nine = async (on: string) =>
      (await hourlyUse(db, small.as("planner"), { on, period: "term" })).map(({ persons }) => persons[8]);
    await reportUse(db, leader, reportOf(small, 30), now);
    await reportUse(db, leader, reportOf(small, 20), now);
    expect(await nine("2026-11-28")).toEqual([20]);
    await reportUse(db, leader, reportOf(small, 10, 25), later);
    expect([await nine("2026-11-30"), await nine("2026-12-01")]).toEqual([[20], [10]]);
    expect((await listReportPlaces(db, leader, "2026-12-01", ""))[0]).toMatchObject({
      ...{ unitId: small.solsikken, places: 25, reportedOn: "2026-12-01" },
    });
  }));

test("nobody tells of a unit that is not theirs, nor of a house it is not in, and nothing is written", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const refusal = { ok: false, refusal: "notYours" };
    const others = small.as("leader", { unitIds: [small.skolen] });
    expect(await reportUse(db, others, reportOf(small, 30), now)).toEqual(refusal);
    expect(await reportUse(db, small.as("manager"), reportOf(small, 30), now)).toEqual(refusal);
    const leader = await leaderOf(db, small);
    const elsewhere = { ...reportOf(small, 30), buildingId: small.shelterHouse };
    expect(await reportUse(db, leader, elsewhere, now)).toEqual(refusal);
    const planner = small.as("planner");
    const hidden = { ...reportOf(small, 3), unitId: small.shelter, buildingId: small.shelterHouse };
    expect(await reportUse(db, planner, hidden, now)).toEqual(refusal);
    expect(await listReportPlaces(db, planner, "2026-11-28", "Læ")).toEqual([]);
    expect(await db.execute(sql`select 1 from use_pattern`)).toHaveLength(0);
  }));
