import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { useDatabase } from "../helpers/database.ts";

const database = useDatabase();
const isServer = process.env.TEST_DATABASE_URL !== undefined;

/** How often a text is kept prepared on the connection that a transaction holds. */
const keptOf = async (db: Db, mark: string): Promise<number> => {
  const [row] = await db.execute<{ kept: number }>(
    sql`select count(*)::int as kept from pg_prepared_statements where strpos(statement, ${mark}) > 0 and name <> ''
          and strpos(statement, 'pg_prepared_statements') = 0`,
  );
  return row!.kept;
};

const ask = (db: Db, mark: string, value: number) =>
  db.execute<{ value: number }>(sql`select ${value}::int as value ${sql.raw(`/* ${mark} */`)}`);

describe.runIf(isServer)("a statement that comes often", () => {
  test("is kept by the connection, its answers the same, in a savepoint too", () =>
    database.rollback(async (db) => {
      for (const value of [1, 2]) expect(await ask(db, "often", value)).toEqual([{ value }]);
      expect(await keptOf(db, "/* often */")).toBe(0);
      await db.transaction(async (inner) => {
        for (const value of [3, 4, 5]) expect(await ask(inner, "often", value)).toEqual([{ value }]);
      });
      expect(await keptOf(db, "/* often */")).toBe(1);
    }));

  test("gives its error and leaves the next one alone", () =>
    database.rollback(async (db) => {
      const divide = (by: number) =>
        db.transaction((inner) =>
          inner.execute<{ value: number }>(sql`select 10 / ${by}::int as value /* part */`),
        );
      for (const by of [1, 2, 5]) expect(await divide(by)).toEqual([{ value: 10 / by }]);
      await expect(divide(0)).rejects.toThrow();
      expect(await divide(10)).toEqual([{ value: 1 }]);
    }));
});

test.skipIf(isServer)("the embedded database, whose connections share one memory, keeps none", () =>
  database.rollback(async (db) => {
    for (const value of [1, 2, 3, 4, 5]) await ask(db, "shared", value);
    expect(await keptOf(db, "/* shared */")).toBe(0);
  }),
);
