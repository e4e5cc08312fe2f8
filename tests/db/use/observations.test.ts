import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { addObservations } from "#db/commands/use/add-observations.ts";
import { derivePatterns } from "#db/commands/use/derive-patterns.ts";
import { dropOldMonths, keepMonths } from "#db/commands/use/prepare-months.ts";
import { hourlyUse } from "#db/queries/use/hourly-use.ts";
import { sumSeen } from "#db/queries/use/sum-seen.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { newId, type Id } from "#domain/id.ts";
import type { ObservingKind } from "#domain/use/observation.ts";
import { hourOfWeek } from "#domain/use/use-week.ts";
import { useDatabase } from "../../helpers/database.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../../helpers/small-portfolio.ts";

const database = useDatabase();
const now = new Date("2026-11-28T12:00:00Z");
/** A room of the daycare with 25 places, used by its unit. */
async function room(db: Db, small: SmallPortfolio): Promise<Id> {
  const id = newId();
  const [floor] = await db.execute<{ id: Id }>(sql`
    insert into floor (id, organisation_id, building_id, level, area_m2, valid_from)
    values (gen_random_uuid(), ${small.organisationId}, ${small.daycare}, 7 + (select count(*) from floor f where f.level >= 7), 100, '2016-01-01')
    returning id`);
  await db.execute(sql`
    insert into space (id, organisation_id, building_id, floor_id, number, area_m2, is_undivided, valid_from, source, method,
                       recorded_on)
    values (${id}, ${small.organisationId}, ${small.daycare}, ${floor!.id}, '7.1', 50, false, '2016-01-01', 'prøve', 'measured',
            '2016-01-01')`);
  await db.execute(sql`
    insert into occupation (id, organisation_id, building_id, space_id, unit_id, purpose, persons, valid_from, source, recorded_on)
    values (gen_random_uuid(), ${small.organisationId}, ${small.daycare}, ${id}, ${small.solsikken}, 'leg', 25, '2016-01-01',
            'prøve', '2016-01-01')`);
  await db.execute(sql`insert into use_capacity (id, organisation_id, building_id, space_id, persons, source, valid_from)
    values (gen_random_uuid(), ${small.organisationId}, ${small.daycare}, ${id}, 25, 'prøve', '2020-01-01')`);
  return id;
}

const at = (sequence: number, observedAt: string, spaceId: Id, persons: number) => ({
  ...{ sequence, observedAt, spaceId, persons },
});
const send = async (
  db: Db,
  small: SmallPortfolio,
  items: unknown[],
  { kind = "sensor" as ObservingKind, as = small.as("planner") } = {},
) => {
  const taken = await addObservations(db, as, { source: `${kind} 1`, kind, items }, now);
  if (!taken.ok) throw new Error(taken.refusal);
  return taken.value;
};

/** What rollups say, and what the raw rows come to. */
async function compared(db: Db) {
  const [row] = await db.execute<{
    raw: unknown;
    rolled: unknown;
    rawHouse: unknown;
    rolledHouse: unknown;
  }>(sql`
    with placed as (
      select o.space_id, o.building_id, f.kind, o.persons, d.period, extract(year from c.clock)::int as year,
             ((extract(isodow from c.clock) - 1) * 24 + extract(hour from c.clock))::int as week_hour,
             (select p.persons from use_capacity p where p.space_id = o.space_id) as places
        from observation o join use_feed f on f.id = o.feed_id
        cross join lateral (select o.observed_at at time zone 'Europe/Copenhagen' as clock) c
        join use_day d on d.day = c.clock::date
    ), raw as (
      select space_id, kind, year, period, week_hour, count(*)::int as observed, (count(*) filter (where persons > 0))::int as used,
             sum(persons)::int as persons, percentile_disc(0.95) within group (order by persons) as p95
        from placed group by 1, 2, 3, 4, 5
    ), rolled as (
      select space_id, kind, year::int, period, week_hour::int, observed, used, persons_sum::int as persons,
             top[observed - ceil(0.95 * observed)::int + 1] as p95 from use_rollup
    ), raw_house as (
      select building_id, kind, year, period, week_hour, count(*)::int as observed, sum(persons)::int as persons,
             sum(places)::int as places from placed group by 1, 2, 3, 4, 5
    ), rolled_house as (
      select building_id, kind, year::int, period, x.hour::int - 1 as week_hour, x.observed::int, x.persons::int, x.places::int
        from use_rollup_week r, unnest(r.observed, r.persons_sum, r.places_sum) with ordinality x(observed, persons, places, hour) where x.observed > 0
    )
    select (select json_agg(x order by space_id, kind, year, period, week_hour) from raw x) as raw,
           (select json_agg(x order by space_id, kind, year, period, week_hour) from rolled x) as rolled,
           (select json_agg(x order by building_id, kind, year, period, week_hour) from raw_house x) as "rawHouse",
           (select json_agg(x order by building_id, kind, year, period, week_hour) from rolled_house x) as "rolledHouse"`);
  return row!;
}

test("a batch is added with its rollups, and the same again adds nothing", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const spaceId = await room(db, small);
    const items = Array.from({ length: 200 }, (_, index) =>
      at(index, new Date(Date.UTC(2026, 9, 20, index)).toISOString(), spaceId, (index * 7) % 23),
    );
    expect(await send(db, small, items.slice(0, 120))).toEqual({ added: 120, duplicates: 0, refused: [] });
    expect(await send(db, small, items)).toEqual({ added: 80, duplicates: 120, refused: [] });
    expect(await send(db, small, items)).toEqual({ added: 0, duplicates: 200, refused: [] });
    const { raw, rolled, rawHouse, rolledHouse } = await compared(db);
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

test("rollups are what the raw rows come to, for every kind of source, year and kind of week, batch after batch", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const spaces = [await room(db, small), await room(db, small)];
    // Two rooms, 500 moments 31 hours apart from February 2025 on: both years, all kinds of week, the turn of the year.
    const moment = (index: number) =>
      new Date(Date.UTC(2025, 1, 10) + Math.floor(index / 2) * 31 * 3_600_000).toISOString();
    const items = Array.from({ length: 1_000 }, (_, index) =>
      at(index, moment(index), spaces[index % 2]!, (index * 13) % 41),
    );
    for (const kind of ["sensor", "count", "booking"] as const)
      for (const from of [0, 500])
        expect((await send(db, small, items.slice(from, from + 500), { kind })).added).toBe(500);
    const { raw, rolled, rawHouse, rolledHouse } = await compared(db);
    const found = raw as { kind: string; year: number; period: string }[];
    expect(new Set(found.map(({ kind, year, period }) => `${kind} ${year} ${period}`)).size).toBe(18);
    expect(rolled).toEqual(raw);
    expect(rolledHouse).toEqual(rawHouse);
    // The greatest numbers that a room's row keeps are the greatest that were seen.
    const [faulty] = await db.execute<{ count: number }>(sql`
      select count(*)::int from use_rollup r where r.top is distinct from (
        select (array_agg(o.persons order by o.persons desc))[1:32]
          from observation o join use_feed f on f.id = o.feed_id
          cross join lateral (select o.observed_at at time zone 'Europe/Copenhagen' as clock) c
          join use_day d on d.organisation_id = o.organisation_id and d.day = c.clock::date
         where o.space_id = r.space_id and f.kind = r.kind and d.period = r.period and extract(year from c.clock) = r.year
           and (extract(isodow from c.clock) - 1) * 24 + extract(hour from c.clock) = r.week_hour)`);
    expect(faulty).toEqual({ count: 0 });
  }));

test("the hour that comes twice is seen twice, the one that is skipped never", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const spaceId = await room(db, small);
    const day = (start: string, hours: number, from: number) =>
      Array.from({ length: hours }, (_, index) =>
        at(from + index, new Date(Date.parse(start) + index * 3_600_000).toISOString(), spaceId, 1),
      );
    // 29 March 2026 has 23 hours, 25 October 2026 has 25; both are Sundays.
    await send(db, small, [...day("2026-03-28T23:00:00Z", 23, 0), ...day("2026-10-24T22:00:00Z", 25, 100)]);
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
    const spaceId = await room(db, small);
    const answer = await send(db, small, [
      at(1, "2026-11-27T08:00:00Z", spaceId, 5),
      at(2, "2026-11-27T30:00:00Z", spaceId, 5),
      at(3, "2026-11-27T09:00:00Z", spaceId, -3),
      at(4, "2026-11-27T07:00:00Z", spaceId, 5),
      at(5, "2026-11-27T10:00:00Z", newId(), 5),
      at(1, "2026-11-27T08:00:00Z", spaceId, 6),
      at(6, "2026-11-27T11:00:00Z", spaceId, 7),
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
    const behind = [at(9, "2026-11-27T10:30:00Z", spaceId, 1)];
    expect((await send(db, small, behind)).refused).toEqual([{ index: 0, reason: "timeWentBack" }]);
    const bookings = [at(1, "2026-11-20T10:00:00Z", spaceId, 1), at(2, "2026-11-19T10:00:00Z", spaceId, 1)];
    expect((await send(db, small, bookings, { kind: "booking" })).added).toBe(2);
  }));

test("a source keeps its kind, and nobody tells of spaces outside their scope", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const spaceId = await room(db, small);
    const items = [at(1, "2026-11-27T08:00:00Z", spaceId, 5)];
    const other = small.as("administrationUser", { administrationIds: [small.sof] });
    expect((await send(db, small, items, { as: other })).refused).toEqual([
      { index: 0, reason: "unknownSpace" },
    ]);
    expect((await send(db, small, items, { as: small.as("manager") })).added).toBe(0);
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
    const spaceId = await room(db, small);
    // Nine Tuesdays at 8 on Danish clocks; one of them, 13 October, lies in the autumn holiday.
    const items = Array.from({ length: 9 }, (_, week) =>
      at(week, new Date(Date.UTC(2026, 7, 25 + week * 7, 6)).toISOString(), spaceId, 10 + week),
    );
    await send(db, small, items.slice(0, 7));
    await derivePatterns(db, small.organisationId, now);
    const asked = { on: "2026-11-28", period: "term" } as const;
    const weeks = (of: "units" | "spaces") => hourlyUse(db, small.as("planner"), { ...asked, of });
    expect((await weeks("spaces"))[0]).toMatchObject({
      spaceId,
      personsP95: null,
      weeksObserved: 7,
      source: "sensor",
    });
    await send(db, small, items);
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
    const spaceId = await room(db, small);
    await send(db, small, [
      at(1, "2024-11-05T08:00:00Z", spaceId, 5),
      at(2, "2026-11-05T08:00:00Z", spaceId, 5),
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
