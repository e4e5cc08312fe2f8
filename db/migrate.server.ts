import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import type { Sql, TransactionSql } from "postgres";

import { checkServer } from "./check-server.ts";
import { StartRefusal } from "./start-refusal.ts";

type Migration = { name: string; sql: string; checksum: string };

/** The project's own migrations. */
export const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));

/** How long a step may wait for a table that others use; longer, and their requests would queue up behind it. */
const LOCK_TIMEOUT = "5s";
const TRIES = 5;

/**
 * Brings the database to the state that the code expects: every `NNNN_name.sql` of `folder` not yet applied, in order,
 * each in one transaction. Of several processes that start at once, one works and the others wait.
 *
 * @returns the names applied now
 * @throws StartRefusal when the server is unfit or unreachable, or the database is not one that this code can go on with
 * @example await migrateDatabase(sql) // ["0004_rent.sql"]
 */
export async function migrateDatabase(sql: Sql, folder = MIGRATIONS): Promise<string[]> {
  await checkServer(sql);
  return applyAll(sql, readMigrations(folder)).catch(refuseWithoutRight);
}

async function applyAll(sql: Sql, migrations: Migration[]): Promise<string[]> {
  await createRecord(sql);
  const applied: string[] = [];
  for (const migration of migrations) {
    if (await withPatience(() => sql.begin((tx) => applyOne(tx, migration, migrations))))
      applied.push(migration.name);
  }
  if (migrations.length === 0) await sql.begin((tx) => readApplied(tx, migrations));
  return applied;
}

/** The migrations of a folder in their order, each with its checksum. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}_\w+\.sql$/.test(name));
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name), "utf8");
    return { name, sql, checksum: createHash("sha256").update(sql.replaceAll("\r\n", "\n")).digest("hex") };
  });
}

/** Two processes may create it in the same moment, and "if not exists" does not keep them apart: the loser looks again. */
async function createRecord(sql: Sql): Promise<void> {
  const create = () => sql`
    create table if not exists schema_migration (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`;
  await create().catch((error: unknown) => (codeOf(error) === "23505" ? create() : Promise.reject(error)));
}

async function applyOne(
  tx: TransactionSql,
  migration: Migration,
  all: readonly Migration[],
): Promise<boolean> {
  await tx`lock table schema_migration in exclusive mode`;
  const applied = await readApplied(tx, all);
  if (applied.has(migration.name)) return false;
  await tx.unsafe(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
  await tx.unsafe(migration.sql);
  await tx`insert into schema_migration (name, checksum) values (${migration.name}, ${migration.checksum})`;
  return true;
}

/** What has been applied, if it fits the code. */
async function readApplied(tx: TransactionSql, all: readonly Migration[]): Promise<Set<string>> {
  const rows = await tx<
    { name: string; checksum: string }[]
  >`select name, checksum from schema_migration order by name`;
  const known = new Map(all.map(({ name, checksum }) => [name, checksum]));
  const foreign = rows.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (foreign.length > 0) {
    throw new StartRefusal(
      `The database is newer than this code: it has ${foreign.join(", ")}, which this version does not know.`,
      "Start the version that made it, or a newer one.",
    );
  }
  const changed = rows.find(({ name, checksum }) => known.get(name) !== checksum);
  if (changed) {
    throw new StartRefusal(
      `The migration ${changed.name} is not the one that was applied to this database.`,
      "Put the file back as it was, and make the change in a new migration. A database that holds only the demo can be deleted instead.",
    );
  }
  return new Set(rows.map(({ name }) => name));
}

/** A step that did not get its lock in time is tried again: the requests that hold it are short. */
async function withPatience<T>(step: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await step();
    } catch (error) {
      if (codeOf(error) !== "55P03" || tries === TRIES) throw error;
      await pause(tries * 500);
    }
  }
}

/** PostGIS is not among the extensions that every owner of a database may add to it. */
function refuseWithoutRight(error: unknown): never {
  if (codeOf(error) !== "42501") throw error;
  throw new StartRefusal(
    `The user of the database lacks a right: ${(error as Error).message}`,
    "Make the user the owner of the database, and let a superuser run in it: CREATE EXTENSION postgis",
    { cause: error },
  );
}

const codeOf = (error: unknown) => (error as { code?: string }).code;
