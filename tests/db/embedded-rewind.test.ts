import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migratedSnapshot } from "#db/embedded/snapshot.ts";
import { startEmbeddedDatabase, type EmbeddedDatabase } from "#db/embedded/start.ts";
import { CACHE } from "../helpers/database.ts";

let database: EmbeddedDatabase;
const dataDir = mkdtempSync(join(tmpdir(), "ejendomsportalen-test-"));
const connect = () => postgres({ ...database.connection, max: 2, onnotice: () => undefined });

beforeAll(async () => {
  database = await startEmbeddedDatabase({
    dataDir,
    inMemory: true,
    fromSnapshot: await migratedSnapshot(CACHE),
  });
});
afterAll(async () => {
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("what was remembered is there again, time after time, and nothing of what came since", async () => {
  const before = connect();
  await before`create table kept (id int primary key, word text)`;
  await before`insert into kept select n, repeat('x', n % 900) from generate_series(1, 5000) n`;
  const sums = (sql: postgres.Sql) =>
    sql`select count(*)::int as rows, sum(length(word))::int as letters from kept`;
  const stood = [...(await sums(before))];
  await before.end();
  await database.remember();
  for (const round of [1, 2, 3]) {
    const sql = connect();
    expect([...(await sums(sql))]).toEqual(stood);
    await sql`update kept set word = word || ${`round ${round}`}`;
    await sql`delete from kept where id % 3 = 0`;
    await sql`alter table kept add column later geometry default 'POINT(1 2)'`;
    await sql`create table since as select n, to_tsvector('danish', 'huse ' || n) as words from generate_series(1, 20000) n`;
    await sql`create index on since using gin (words)`;
    await sql`select pg_switch_wal()`;
    await sql`checkpoint`;
    await sql`drop table kept`;
    expect(await sql`select count(*)::int from since where words @@ to_tsquery('danish', 'hus')`).toEqual([
      { count: 20000 },
    ]);
    // Whoever holds a transaction open is sent away with it.
    const left = connect();
    const open = left.begin(async (tx) => {
      await tx`create table half_done ()`;
      await new Promise(() => undefined);
    });
    const isSentAway = expect(open).rejects.toThrow();
    await expect
      .poll(
        async () => (await Promise.race([sql`select 1`, new Promise((r) => setTimeout(r, 200))])) ?? "held",
      )
      .toBe("held");
    expect(await database.rewind()).toBe(true);
    await isSentAway;
    await Promise.all([left.end({ timeout: 0 }), sql.end({ timeout: 0 })]);
    const after = connect();
    expect(await after`select to_regclass('since') as since, to_regclass('half_done') as half`).toEqual([
      { since: null, half: null },
    ]);
    await after.end();
  }
});

test("where a library was loaded since, rewinding is refused", async () => {
  const sql = connect();
  await sql`load 'utf8_and_iso8859_1'`;
  await sql.end();
  expect(await database.rewind()).toBe(false);
});
