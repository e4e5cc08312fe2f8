import { sql } from "drizzle-orm";
import { expect, test } from "vitest";

import { useDatabase } from "#tests/helpers/database.ts";

const database = useDatabase();

test("a large whole number arrives as a number, and one too large for exactness is an error", async () => {
  const [row] = await database.sql`select 9007199254740991::int8 as value`;
  expect(row).toEqual({ value: Number.MAX_SAFE_INTEGER });
  await expect(database.sql`select 9007199254740993::int8 as value`).rejects.toThrow(/too large/);
});

test("decimals are numbers, days are text, instants are ISO text in UTC with their microseconds", async () => {
  const [row] = await database.sql`
    select 12.50::numeric as area, '2026-03-29'::date as day, array[1, 2]::int8[] as list,
      '2026-03-29 03:00:00.123456+02'::timestamptz as instant`;
  expect(row).toEqual({
    area: 12.5,
    day: "2026-03-29",
    list: [1, 2],
    instant: "2026-03-29T01:00:00.123456Z",
  });
});

test("what a test writes in a rollback is gone afterwards", async () => {
  const id = crypto.randomUUID();
  const count = await database.rollback(async (db) => {
    await db.execute(
      sql`insert into organisation (id, name, municipality_code) values (${id}, 'Prøve', '0101')`,
    );
    const [row] = await db.execute<{ count: number }>(
      sql`select count(*) from organisation where id = ${id}`,
    );
    return row?.count;
  });
  expect(count).toBe(1);
  expect(await database.sql`select 1 from organisation where id = ${id}`).toHaveLength(0);
});

test("what a test throws in a rollback comes out of it", async () => {
  await expect(database.rollback(async () => Promise.reject(new Error("own")))).rejects.toThrow("own");
});
