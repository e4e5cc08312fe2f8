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
import { takeName } from "./take-name.ts";

const root = path.resolve(import.meta.dirname, "../..");
const cache = path.join(root, ".cache");

/** The day that the demo of this test run was loaded: today, as for anyone who starts it. */
export const loadDay: Day = dayAt(new Date());

export interface StartedDatabase {
  address: DatabaseAddress;
  stop: () => Promise<void>;
}

/**
 * A database of its own with the demo portfolio and its accounts, on the embedded engine or on the server of
 * TEST_DATABASE_URL. The demo is loaded once a day and state of the code, and copied after that.
 */
export function startDemoDatabase(): Promise<StartedDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? copyOnServer(server) : beginFromSnapshot();
}

/** Makes what every demo database is copied from, so that files that run side by side find it there. */
export async function prepareDemo(): Promise<void> {
  const server = process.env.TEST_DATABASE_URL;
  await (server ? ensureDemoTemplate(server) : demoSnapshot());
}

/** The demo where a server that is started as a program finds it: its settings, and how to take it away again. */
export async function layDemo(
  dataDir: string,
): Promise<{ settings: Record<string, string>; stop: () => Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL;
  if (server) {
    const { address, stop } = await copyOnServer(server);
    return { settings: { DATA_DIR: dataDir, DATABASE_URL: (address as { url: string }).url }, stop };
  }
  const database = await startEmbeddedDatabase({ dataDir, fromSnapshot: await demoSnapshot() });
  await database.stop();
  return { settings: { DATA_DIR: dataDir }, stop: () => Promise.resolve() };
}

async function beginFromSnapshot(): Promise<StartedDatabase> {
  const fromSnapshot = await demoSnapshot();
  const dataDir = mkdtempSync(path.join(tmpdir(), "ejendomsportalen-demo-"));
  const database = await startEmbeddedDatabase({ dataDir, fromSnapshot, inMemory: true });
  return {
    address: database.connection,
    stop: async () => {
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function demoSnapshot(): Promise<string> {
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

const onServer = (server: string, name: string): string =>
  Object.assign(new URL(server), { pathname: `/${name}` }).href;

async function ensureDemoTemplate(server: string): Promise<string> {
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

async function copyOnServer(server: string): Promise<StartedDatabase> {
  const template = await ensureDemoTemplate(server);
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  const name = `demo_copy_${crypto.randomUUID().replaceAll("-", "")}`;
  await admin.unsafe(`create database ${name} template ${template}`);
  return {
    address: { url: onServer(server, name) },
    stop: async () => {
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
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
