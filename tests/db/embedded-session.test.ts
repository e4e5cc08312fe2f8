import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";

import { migratedSnapshot } from "#db/embedded/snapshot.ts";
import { startEmbeddedDatabase, type EmbeddedDatabase } from "#db/embedded/start.ts";
import { Client, message, openingPacket, parseMessage, queryMessage } from "#db/embedded/wire.ts";

import { CACHE } from "#tests/helpers/database.ts";

let dataDir: string;
let database: EmbeddedDatabase;
let sql: Sql;
let settings: { inMemory: true; fromSnapshot: string };

const client = (max = 1) => postgres({ ...database.connection, max, onnotice: () => undefined });

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "ejendomsportalen-test-"));
  settings = { inMemory: true, fromSnapshot: await migratedSnapshot(CACHE) };
  database = await startEmbeddedDatabase({ dataDir, ...settings, idleInTransactionMs: 700 });
  sql = client();
  await sql`create table note (id int primary key, text text)`;
});

afterAll(async () => {
  await sql.end();
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A client that speaks bytes, to leave where a real one would not. */
async function rawClient(...said: Buffer[]) {
  const socket = connect(join(database.connection.host, ".s.PGSQL.5432"));
  let heard = Buffer.alloc(0);
  socket.on("data", (bytes) => (heard = Buffer.concat([heard, bytes])));
  socket.write(Buffer.concat(said));
  await pause(150);
  return { socket, heard: () => heard };
}

const opening = openingPacket({ user: "postgres" });
const insert = (id: number) => `insert into note values (${id}, 'unfinished')`;
const count = async (id: number) => (await sql`select id from note where id = ${id}`).length;

test("a client that leaves inside a transaction is rolled back at once", async () => {
  const { socket } = await rawClient(opening, queryMessage("begin"), queryMessage(insert(1)));
  socket.destroy();
  expect(await count(1)).toBe(0);
});

test("a client that leaves before Sync has done nothing", async () => {
  const bind = message(Client.bind, Buffer.alloc(8));
  const execute = message(Client.execute, Buffer.alloc(5));
  const { socket } = await rawClient(opening, parseMessage(insert(2)), bind, execute, message(Client.flush));
  socket.destroy();
  expect(await count(2)).toBe(0);
});

test("a client that is silent inside a transaction is dismissed, and the others go on", async () => {
  const { socket, heard } = await rawClient(opening, queryMessage("begin"), queryMessage(insert(3)));
  expect(await count(3)).toBe(0);
  expect(heard().toString("latin1")).toContain("25P03");
  socket.destroy();
});

test("a client that stalls in the middle of a batch holds up nobody", async () => {
  const { socket } = await rawClient(opening, parseMessage("select 1"));
  const before = Date.now();
  await sql`select 1`;
  expect(Date.now() - before).toBeLessThan(500);
  socket.destroy();
});

test("TLS is declined in one byte and a cancel request is ignored", async () => {
  const request = (code: number, more = 0) => {
    const packet = Buffer.alloc(8 + more);
    packet.writeInt32BE(packet.length, 0);
    packet.writeInt32BE(code, 4);
    return packet;
  };
  const tls = await rawClient(request(80877103));
  expect(tls.heard().toString()).toBe("N");
  tls.socket.destroy();
  const cancel = await rawClient(request(80877102, 8));
  expect(cancel.heard()).toHaveLength(0);
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
});

test("settings and prepared statements of a client end with it", async () => {
  const other = client();
  await other`select ${"x"}::text`;
  await other`set search_path = pg_catalog`;
  await other.end();
  // The goodbye and the next question travel on two sockets: which is heard first is chance, so the answer is awaited.
  const left = () => sql`select from pg_prepared_statements where statement = 'select $1::text'`;
  await expect.poll(left, { timeout: 5_000 }).toHaveLength(0);
  expect(await sql`show search_path`).toEqual([{ search_path: "public" }]);
});

test("rows come in by COPY, and a bad row refuses them all", async () => {
  const load = async (rows: string) => {
    const stream = await sql`copy note from stdin`.writable();
    await new Promise<void>((resolve, reject) => stream.on("error", reject).on("finish", resolve).end(rows));
  };
  await load("10\tti\n11\telleve\n");
  expect(await sql`select text from note where id in (10, 11) order by id`).toEqual([
    { text: "ti" },
    { text: "elleve" },
  ]);
  await expect(sql.unsafe("begin; copy note from stdin")).rejects.toThrow(/COPY FROM STDIN must be/);
  await expect(sql`copy note from stdin`).rejects.toThrow(/COPY FROM STDIN must be/);
});

test("thousands of errors do not wear the database out", async () => {
  for (let n = 0; n < 3000; n++) await expect(sql`select 1 / 0`).rejects.toThrow(/division by zero/);
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
});

test("a second process is told who has the data folder", async () => {
  await expect(startEmbeddedDatabase({ dataDir, ...settings })).rejects.toThrow(`(pid ${process.pid})`);
});

test("a path too long for a socket moves to the temporary folder", async () => {
  const long = join(dataDir, "a".repeat(60), "b".repeat(60));
  const moved = await startEmbeddedDatabase({ dataDir: long, ...settings });
  const there = postgres({ ...moved.connection, max: 1 });
  expect(await there`select 1 as one`).toEqual([{ one: 1 }]);
  expect(moved.connection.host.startsWith(tmpdir())).toBe(true);
  await there.end();
  await moved.stop();
});

test("a database that breaks down says so, and its folder is free again", { timeout: 90_000 }, async () => {
  const folder = join(dataDir, randomUUID());
  const fragile = await startEmbeddedDatabase({ dataDir: folder, ...settings });
  const there = postgres({ ...fragile.connection, max: 1, onnotice: () => undefined });
  await there.unsafe("create function deep() returns int language sql as 'select 1'");
  await there.unsafe("create or replace function deep() returns int language sql as 'select deep() + 1'");
  await expect(there`select deep()`).rejects.toThrow(/CONNECTION/);
  expect((await fragile.broken).message).toMatch(/ended unasked/);
  await there.end({ timeout: 0 });
  await fragile.stop();
  const again = await startEmbeddedDatabase({ dataDir: folder, ...settings });
  await again.stop();
});
