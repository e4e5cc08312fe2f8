import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { openDatabase, type DatabaseAddress } from "#db/client.server.ts";
import { migratedSnapshot } from "#db/embedded/snapshot.ts";
import { startEmbeddedDatabase } from "#db/embedded/start.ts";
import { migrateDatabase, MIGRATIONS, readMigrations } from "#db/migrate.server.ts";
import { dayAt, type Day } from "#domain/day.ts";
import { loadDemoOnce } from "#scripts/load-demo.ts";
import { importedFrom } from "./imported-from.ts";
import { madeOnce } from "./made-once.ts";
import { onServer } from "./on-server.ts";
import { takeName } from "./take-name.ts";

const root = path.resolve(import.meta.dirname, "../..");
const cache = path.join(root, ".cache");

/** The day that the demo of this test run was loaded: today, as for anyone who starts it. */
export const loadDay: Day = dayAt(new Date());

/** Makes what every demo database is copied from, so that files that run side by side find it there. */
export async function prepareDemo(): Promise<void> {
  const server = process.env.TEST_DATABASE_URL;
  await (server ? ensureDemoTemplate(server) : demoSnapshot());
}

/** The file that embedded demo databases begin from. */
export async function demoSnapshot(): Promise<string> {
  const file = path.join(cache, `demo-${demoKey()}.tar`);
  await madeOnce(
    `${file}.lock`,
    () => existsSync(file),
    () => makeSnapshot(file),
  );
  return file;
}

async function makeSnapshot(file: string): Promise<void> {
  for (const old of readdirSync(cache).filter((name) => /^demo-\w+\.tar$/.test(name)))
    rmSync(path.join(cache, old));
  const dataDir = mkdtempSync(path.join(tmpdir(), "ejendomsportalen-demo-"));
  const fromSnapshot = await migratedSnapshot(cache);
  const database = await startEmbeddedDatabase({ dataDir, fromSnapshot, inMemory: true });
  await fill(database.connection);
  const draft = `${file}.${process.pid}`;
  await database.dumpSnapshot(draft);
  await database.stop();
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(draft, file);
}

/** The name of the database on the server that demo databases are copied from. */
export async function ensureDemoTemplate(server: string): Promise<string> {
  const template = `demo_${demoKey()}`;
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  const isThere = async () => (await admin`select 1 from pg_database where datname = ${template}`).length > 0;
  await madeOnce(path.join(cache, `${template}.lock`), isThere, async () => {
    const draft = `${template}_${process.pid}`;
    await admin.unsafe(`create database ${draft}`);
    await fill({ url: onServer(server, draft) });
    await takeName(admin, draft, template);
  });
  await admin.end();
  return template;
}

async function fill(address: DatabaseAddress): Promise<void> {
  const open = openDatabase(address, { poolSize: 2 });
  await migrateDatabase(open.sql);
  await loadDemoOnce(open.db, new Date(), () => undefined);
  await open.close();
}

/** Follows from everything that decides what the demo holds: the code that makes it, and the day. */
function demoKey(): string {
  mkdirSync(cache, { recursive: true });
  const hash = createHash("sha256").update(loadDay);
  for (const { name, checksum } of readMigrations(MIGRATIONS)) hash.update(`${name} ${checksum}`);
  for (const file of importedFrom(path.join(root, "scripts/load-demo.ts")))
    hash.update(path.relative(root, file)).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}
