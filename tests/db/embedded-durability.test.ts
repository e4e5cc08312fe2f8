import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";

import { openDatabase } from "#db/client.server.ts";
import { migratedSnapshot } from "#db/embedded/snapshot.ts";
import { startEmbeddedDatabase } from "#db/embedded/start.ts";
import { CACHE } from "#tests/helpers/database.ts";

const PROGRAM = resolve(import.meta.dirname, "../helpers/inserts.ts");
let dataDir: string;
let snapshot: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "ejendomsportalen-test-"));
  snapshot = await migratedSnapshot(CACHE);
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const startProgram = (folder: string, first: number) =>
  spawn(process.execPath, ["--import", "tsx", PROGRAM, folder, String(first), snapshot]);

/** Lets the program write and kills it at a moment of chance; gives the numbers that it was told were kept. */
async function writeAndKill(folder: string, first: number): Promise<number[]> {
  const program = startProgram(folder, first);
  let said = "";
  program.stdout.on("data", (text) => (said += String(text)));
  await once(program.stdout, "data");
  await pause(200 + Math.random() * 800);
  program.kill("SIGKILL");
  await once(program, "close");
  return said.slice(0, said.lastIndexOf("\n")).split("\n").map(Number);
}

test("what was acknowledged before a kill -9 is there afterwards", { timeout: 120_000 }, async () => {
  const acknowledged: number[] = [];
  for (let round = 0; round < 3; round++)
    acknowledged.push(...(await writeAndKill(dataDir, round * 1_000_000)));
  const database = await startEmbeddedDatabase({ dataDir });
  const { sql, close } = openDatabase(database.connection, { poolSize: 1 });
  const rows = await sql<{ n: number }[]>`select n from entry`;
  const kept = new Set(rows.map(({ n }) => n));
  expect(acknowledged.length).toBeGreaterThan(100);
  expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
  await close();
  await database.stop();
});

test(
  "a process killed while it creates the database leaves nothing that hinders the next",
  { timeout: 120_000 },
  async () => {
    const folder = join(dataDir, "new");
    const program = startProgram(folder, 0);
    while (!existsSync(join(folder, "pg/cluster/PG_VERSION")) && program.exitCode === null) await pause(20);
    program.kill("SIGKILL");
    await once(program, "close");
    expect(existsSync(join(folder, "pg/created.json"))).toBe(false);
    expect((await writeAndKill(folder, 0)).length).toBeGreaterThan(0);
  },
);

test("a snapshot holds the rows and no log of how they came to be there", { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(dataDir, "log-"));
  const database = await startEmbeddedDatabase({ dataDir: folder, fromSnapshot: snapshot, inMemory: true });
  const { sql, close } = openDatabase(database.connection, { poolSize: 1 });
  await sql`create table filled as select n, repeat('x', 200) as t from generate_series(1, 20000) n`;
  for (let round = 0; round < 12; round++) await sql`update filled set n = n + 1`;
  await close();
  const file = join(folder, "filled.tar");
  await database.dumpSnapshot(file);
  await database.stop();
  // Twelve times 20,000 rows of 200 bytes went through the log; of them the last is data.
  expect(statSync(file).size - statSync(snapshot).size).toBeLessThan(100 * 1024 * 1024);
});
