import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { useDatabase } from "../../helpers/database.ts";
import { insertSmallPortfolio } from "../../helpers/small-portfolio.ts";
import { comparedRollups, seenAt, sendSeen, watchedRoom } from "../../helpers/watched-room.ts";

const database = useDatabase();

test("rollups are what the raw rows come to, for every kind of source, year and kind of week, batch after batch", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const spaces = [await watchedRoom(db, small), await watchedRoom(db, small)];
    // Two rooms, 500 moments 31 hours apart from February 2025 on: both years, all kinds of week, the turn of the year.
    const moment = (index: number) =>
      new Date(Date.UTC(2025, 1, 10) + Math.floor(index / 2) * 31 * 3_600_000).toISOString();
    const items = Array.from({ length: 1_000 }, (_, index) =>
      seenAt(index, moment(index), spaces[index % 2]!, (index * 13) % 41),
    );
    for (const kind of ["sensor", "count", "booking"] as const)
      for (const from of [0, 500])
        expect((await sendSeen(db, small, items.slice(from, from + 500), { kind })).added).toBe(500);
    const { raw, rolled, rawHouse, rolledHouse } = await comparedRollups(db);
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
