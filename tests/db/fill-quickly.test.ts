import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { fillQuickly } from "#db/demo/fill-quickly.ts";
import type { Db } from "#db/client.server.ts";
import { useDatabase } from "../helpers/database.ts";

const database = useDatabase();

/** All that holds the tables together, in the database's own words. */
const shapeOf = async (db: Db) =>
  (
    await db.execute<{ line: string }>(sql`
      select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
       where connamespace = 'public'::regnamespace
      union all select indexdef from pg_indexes where schemaname = 'public' order by 1`)
  ).map(({ line }) => line);

const allTables = async (db: Db) =>
  (
    await db.execute<{ name: string }>(sql`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`)
  ).map(({ name }) => name);

test("every reference and index that is taken away for filling is there again afterwards, partitioned tables' too", () =>
  database.rollback(async (db) => {
    const before = await shapeOf(db);
    let within: string[] = [];
    await fillQuickly(db, await allTables(db), async () => {
      within = await shapeOf(db);
    });
    expect(within.length).toBeLessThan(before.length - 100);
    expect(await shapeOf(db)).toEqual(before);
  }));

test("a row that refers to nothing is refused when all are in, and nothing is kept", async () => {
  const fill = database.db.transaction((tx) =>
    fillQuickly(tx, ["unit"], async () => {
      await tx.execute(sql`
        insert into organisation (id, name, municipality_code)
        values ('01900000-0000-7000-8000-000000000001', 'By (fiktiv)', '0101')`);
      await tx.execute(sql`
        insert into unit (id, organisation_id, administration_id, code, name, kind, valid_from)
        values ('01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-000000000001',
                '01900000-0000-7000-8000-000000000003', 'A', 'Enhed (fiktiv)', 'daycare', '2020-01-01')`);
    }),
  );
  await expect(fill).rejects.toMatchObject({ cause: { code: "23503" } });
  expect((await database.db.execute(sql`select 1 from organisation`)).length).toBe(0);
});
