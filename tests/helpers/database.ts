import { createHash } from "node:crypto";
import { resolve } from "node:path";

import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll } from "vitest";

import { openDatabase, type DatabaseAddress, type Db, type OpenDatabase } from "#db/client.server.ts";
import { migratedSnapshot } from "#db/embedded/snapshot.ts";
import { migrateDatabase, readMigrations, MIGRATIONS } from "#db/migrate.server.ts";
import { borrowDatabase } from "./borrow-database.ts";
import { onServer } from "./on-server.ts";
import { takeName } from "./take-name.ts";

/** Where the snapshot of the migrated database is kept between runs. */
export const CACHE = resolve(import.meta.dirname, "../../.cache");

export type TestDatabase = {
  readonly db: Db;
  readonly sql: Sql;
  readonly address: DatabaseAddress;
  /** Runs a test in a transaction that is rolled back, and gives what it returned. */
  rollback<T>(work: (db: Db) => Promise<T>): Promise<T>;
};

type Started = { address: DatabaseAddress; stop: () => Promise<void> };

/**
 * A migrated, empty database for one test file: the embedded one, or a fresh one on the server of TEST_DATABASE_URL.
 *
 * @example
 * const database = useDatabase();
 * test("…", () => database.rollback(async (db) => { … }));
 */
export function useDatabase(): TestDatabase {
  let started: Started | undefined;
  let open: OpenDatabase | undefined;
  beforeAll(async () => {
    started = await startTestDatabase();
    open = openDatabase(started.address, { poolSize: 4 });
  });
  afterAll(async () => {
    await open?.close();
    await started?.stop();
  });
  const opened = () => {
    if (!open || !started) throw new Error("The database is there inside tests and hooks only");
    return { ...open, address: started.address };
  };
  return {
    get db() {
      return opened().db;
    },
    get sql() {
      return opened().sql;
    },
    get address() {
      return opened().address;
    },
    rollback: (work) => inTransaction(opened().db, work),
  };
}

class RolledBack extends Error {}

/** Runs `work` in a transaction that is always rolled back. */
export async function inTransaction<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  let outcome: { value: T } | undefined;
  await db
    .transaction(async (tx) => {
      outcome = { value: await work(tx) };
      throw new RolledBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  return outcome!.value;
}

/** A migrated, empty database of its own, wherever the tests run: what `useDatabase` and the served-app tests stand on. */
export function startTestDatabase(): Promise<Started> {
  const server = process.env["TEST_DATABASE_URL"];
  return server ? createOnServer(server) : migratedSnapshot(CACHE).then(borrowDatabase);
}

/** A copy of a migrated template: PostgreSQL copies files faster than it runs migrations. */
async function createOnServer(server: string): Promise<Started> {
  const admin = postgres(server, { max: 1, onnotice: () => undefined });
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const template = await ensureTemplate(admin, server);
  await admin.unsafe(`create database ${name} template ${template}`);
  const stop = async () => {
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  };
  return { address: { url: onServer(server, name) }, stop };
}

async function ensureTemplate(admin: Sql, server: string): Promise<string> {
  const version = createHash("sha256");
  for (const { checksum } of readMigrations(MIGRATIONS)) version.update(checksum);
  const name = `template_${version.digest("hex").slice(0, 40)}`;
  const [found] = await admin`select 1 from pg_database where datname = ${name}`;
  if (found) return name;
  const draft = `${name.slice(0, 50)}_${process.pid}`;
  await admin.unsafe(`create database ${draft}`);
  const open = openDatabase({ url: onServer(server, draft) }, { poolSize: 1 });
  await migrateDatabase(open.sql);
  await open.close();
  await takeName(admin, draft, name);
  return name;
}
