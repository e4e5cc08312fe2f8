import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addObservations } from "#db/commands/use/add-observations.ts";
import { derivePatterns } from "#db/commands/use/derive-patterns.ts";
import { dropOldMonths, keepMonths } from "#db/commands/use/prepare-months.ts";
import { hourlyUse } from "#db/queries/use/hourly-use.ts";
import { sumSeen } from "#db/queries/use/sum-seen.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { newId } from "#domain/id.ts";
import { hourOfWeek } from "#domain/use/use-week.ts";
import { comparedRollups, observedUntil, seenAt, sendSeen, watchedRoom } from "../../helpers/watched-room.ts";
import { useDatabase } from "../../helpers/database.ts";
import { insertSmallPortfolio } from "../../helpers/small-portfolio.ts";

const database = useDatabase();
const now = observedUntil;

test("a batch is added with its rollups, and the same again adds nothing", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const spaceId = await watchedRoom(db, small);
    const items = Array.from({ length: 200 }, (_, index) =>
      seenAt(index, new Date(Date.UTC(2026, 9, 20, index)).toISOString(), spaceId, (index * 7) % 23),
    );
    expect(await sendSeen(db, small, items.slice(0, 120))).toEqual({
      added: 120,
      duplicates: 0,
      refused: [],
    });
    expect(await sendSeen(db, small, items)).toEqual({ added: 80, duplicates: 120, refused: [] });
    expect(await sendSeen(db, small, items)).toEqual({ added: 0, duplicates: 200, refused: [] });
    const { raw, rolled, rawHouse, rolledHouse } = await comparedRollups(db);
    expect(raw).toHaveLength(168);
    expect(rolled).toEqual(raw);
    expect(rolledHouse).toEqual(rawHouse);
    const { search } = readPortfolioSearch(new URLSearchParams(), "2026-11-28");
    const seen = await sumSeen(db, small.as("planner"), search, "term");
    expect([seen.observations, seen.buildings]).toEqual([200, 1]);
    const first = (raw as { week_hour: number; persons: number; observed: number }[])[0]!;
    expect(seen.shares[first.week_hour]).toBeCloseTo(first.persons / (25 * first.observed), 9);
    const other = small.as("administrationUser", { administrationIds: [small.sof] });
    expect((await sumSeen(db, other, search, "term")).observations).toBe(0);
  }));

test("the hour that comes twice is seen twice, the one that is skipped never", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const spaceId = await watchedRoom(db, small);
    const day = (start: string, hours: number, from: number) =>
      Array.from({ length: hours }, (_, index) =>
        seenAt(from + index, new Date(Date.parse(start) + index * 3_600_000).toISOString(), spaceId, 1),
      );
    // 29 March 2026 has 23 hours, 25 October 2026 has 25; both are Sundays.
    await sendSeen(db, small, [
      ...day("2026-03-28T23:00:00Z", 23, 0),
      ...day("2026-10-24T22:00:00Z", 25, 100),
    ]);
    const rows = await db.execute<{ period: string; hour: number; observed: number }>(sql`
      select period, week_hour - ${hourOfWeek(7, 0)}::int as hour, observed from use_rollup order by 1, 2`);
    const ofSpring = rows.filter(({ period }) => period === "holiday");
    const all = Array.from({ length: 24 }, (_, hour) =>
      rows.filter((row) => row.hour === hour).reduce((n, row) => n + row.observed, 0),
    );
    expect(rows.every(({ hour }) => hour >= 0 && hour < 24)).toBe(true);
    expect(all[2]).toBe(2);
    expect(all.filter((_, hour) => hour !== 2)).toEqual(Array(23).fill(2));
    // Spring's Sunday lies in the holiday before Easter and autumn's in term: only autumn has an hour 2, twice.
    expect(ofSpring.map(({ hour }) => hour)).not.toContain(2);
  }));

test("each bad item is refused with its reason, and the rest is taken", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const spaceId = await watchedRoom(db, small);
    const answer = await sendSeen(db, small, [
      seenAt(1, "2026-11-27T08:00:00Z", spaceId, 5),
      seenAt(2, "2026-11-27T30:00:00Z", spaceId, 5),
      seenAt(3, "2026-11-27T09:00:00Z", spaceId, -3),
      seenAt(4, "2026-11-27T07:00:00Z", spaceId, 5),
      seenAt(5, "2026-11-27T10:00:00Z", newId(), 5),
      seenAt(1, "2026-11-27T08:00:00Z", spaceId, 6),
      seenAt(6, "2026-11-27T11:00:00Z", spaceId, 7),
    ]);
    expect(answer).toEqual({
      ...{ added: 2, duplicates: 0 },
      refused: [
        { index: 1, reason: "time" },
        { index: 2, reason: "persons" },
        { index: 3, reason: "timeWentBack" },
        { index: 4, reason: "unknownSpace" },
        { index: 5, reason: "sequenceTaken" },
      ],
    });
    // A later batch cannot go behind the first; a booking may come in any order.
    const behind = [seenAt(9, "2026-11-27T10:30:00Z", spaceId, 1)];
    expect((await sendSeen(db, small, behind)).refused).toEqual([{ index: 0, reason: "timeWentBack" }]);
    const bookings = [
      seenAt(1, "2026-11-20T10:00:00Z", spaceId, 1),
      seenAt(2, "2026-11-19T10:00:00Z", spaceId, 1),
    ];
    expect((await sendSeen(db, small, bookings, { kind: "booking" })).added).toBe(2);
  }));

test("a source keeps its kind, and nobody tells of spaces outside their scope", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const spaceId = await watchedRoom(db, small);
    const items = [seenAt(1, "2026-11-27T08:00:00Z", spaceId, 5)];
    const other = small.as("administrationUser", { administrationIds: [small.sof] });
    expect((await sendSeen(db, small, items, { as: other })).refused).toEqual([
      { index: 0, reason: "unknownSpace" },
    ]);
    expect((await sendSeen(db, small, items, { as: small.as("manager") })).added).toBe(0);
    const again = await addObservations(
      db,
      small.as("planner"),
      { source: "sensor 1", kind: "count", items },
      now,
    );
    expect(again).toEqual({ ok: false, refusal: "otherKind" });
    expect(await db.execute(sql`select 1 from observation`)).toHaveLength(0);
  }));

test("what was seen becomes the typical week of the room and, watched whole, of its unit", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const spaceId = await watchedRoom(db, small);
    // Nine Tuesdays at 8 on Danish clocks; one of them, 13 October, lies in the autumn holiday.
    const items = Array.from({ length: 9 }, (_, week) =>
      seenAt(week, new Date(Date.UTC(2026, 7, 25 + week * 7, 6)).toISOString(), spaceId, 10 + week),
    );
    await sendSeen(db, small, items.slice(0, 7));
    await derivePatterns(db, small.organisationId, now);
    const asked = { on: "2026-11-28", period: "term" } as const;
    const weeks = (of: "units" | "spaces") => hourlyUse(db, small.as("planner"), { ...asked, of });
    expect((await weeks("spaces"))[0]).toMatchObject({
      spaceId,
      personsP95: null,
      weeksObserved: 7,
      source: "sensor",
    });
    await sendSeen(db, small, items);
    await derivePatterns(db, small.organisationId, now);
    const [seen, ...others] = await weeks("spaces");
    expect(others).toEqual([]);
    expect(seen).toMatchObject({ weeksObserved: 8, confidence: 0.95, capacity: 25 });
    expect([seen!.persons[hourOfWeek(2, 8)], seen!.personsP95?.[hourOfWeek(2, 8)]]).toEqual([13.63, 18]);
    expect((await weeks("units"))[0]).toMatchObject({
      unitId: small.solsikken,
      spaceId: null,
      confidence: 0.95,
    });
  }));

test("months are made ahead, and old ones go whole while their rollups stay", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const spaceId = await watchedRoom(db, small);
    await sendSeen(db, small, [
      seenAt(1, "2024-11-05T08:00:00Z", spaceId, 5),
      seenAt(2, "2026-11-05T08:00:00Z", spaceId, 5),
    ]);
    await keepMonths(db, small.organisationId, now);
    const months = async () =>
      (
        await db.execute<{ name: string }>(sql`
        select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
         where i.inhparent = 'observation'::regclass order by 1`)
      ).map(({ name }) => name.slice(-7));
    expect(await months()).toEqual(["2024_11", "2026_11", "2026_12", "2027_01", "2027_02"]);
    expect(await dropOldMonths(db, new Date("2026-12-01T00:00:00Z"))).toEqual(["observation_2024_11"]);
    expect(await db.execute(sql`select 1 from observation`)).toHaveLength(1);
    const [left] = await db.execute(sql`select sum(observed)::int as observed from use_rollup`);
    expect(left).toEqual({ observed: 2 });
  }));
