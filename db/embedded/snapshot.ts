import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { openDatabase } from "../client.server.ts";
import { MIGRATIONS, migrateDatabase, readMigrations } from "../migrate.server.ts";
import { startEmbeddedDatabase } from "./start.ts";

const KEPT = 3;

/**
 * A snapshot of the embedded database with all migrations applied and no rows: made once, kept in `cache` under a name
 * that follows from the migrations and from the engine's version. A database begun from it is there in seconds.
 *
 * @returns the path of the snapshot file
 */
export async function migratedSnapshot(cache: string, migrations = MIGRATIONS): Promise<string> {
  const file = join(cache, `database-${fingerprint(migrations)}.tar`);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), "ejendomsportalen-"));
  try {
    const database = await startEmbeddedDatabase({ dataDir, inMemory: true });
    const { sql, close } = openDatabase(database.connection, { poolSize: 1 });
    await migrateDatabase(sql, migrations);
    await close();
    const draft = `${file}.${process.pid}`;
    await database.dumpSnapshot(draft);
    await database.stop();
    renameSync(draft, file); // whole or not at all, also when two processes make it at once
    forgetOld(cache);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
  return file;
}

function fingerprint(migrations: string): string {
  const parts = [
    ...["@electric-sql/pglite", "@electric-sql/pglite-postgis"].map(versionOf),
    ...readMigrations(migrations).map(({ name, checksum }) => `${name} ${checksum}`),
  ];
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 16);
}

/** The version of a package that does not let its package.json be imported. */
function versionOf(name: string): string {
  const entry = createRequire(import.meta.url).resolve(name);
  const { version } = JSON.parse(readFileSync(join(dirname(entry), "../package.json"), "utf8")) as {
    version: string;
  };
  return `${name} ${version}`;
}

/** A snapshot takes some 60 MB: only the newest few stay. */
function forgetOld(cache: string): void {
  const files = readdirSync(cache).filter((name) => /^database-\w+\.tar$/.test(name));
  const newestFirst = files
    .map((name) => join(cache, name))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  for (const file of newestFirst.slice(KEPT)) rmSync(file, { force: true });
}
