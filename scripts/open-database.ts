import { existsSync } from "node:fs";
import { readEnv } from "#app/env.server.ts";
import type { Env } from "#app/env.server.ts";
import { openDatabase } from "#db/client.server.ts";
import type { OpenDatabase } from "#db/client.server.ts";
import { findHolder } from "#db/embedded/lock.ts";
import { placeOf } from "#db/embedded/place.ts";
import { startEmbeddedDatabase } from "#db/embedded/start.ts";
import { migrateDatabase } from "#db/migrate.server.ts";

/** The settings of a script: those of the environment and of `.env`, as the site reads them. */
export function readScriptEnv(): Env {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return readEnv(process.env);
}

/**
 * The database for a script: the one at DATABASE_URL; else the embedded one, through its socket while the site runs, or
 * started for as long as the script takes. Close it at the end.
 * @example const { db, close } = await openForScript(readScriptEnv());
 */
export async function openForScript(env: Env): Promise<OpenDatabase> {
  const options = { poolSize: 2, prepare: env.DATABASE_PREPARE, applicationName: "ejendomsportalen-script" };
  if (env.DATABASE_URL) return migrated(openDatabase({ url: env.DATABASE_URL }, options));
  const holder = await findHolder(placeOf(env.DATA_DIR));
  if (holder) {
    return openDatabase({ host: holder.socketFolder, user: "postgres", database: "postgres" }, options);
  }
  const embedded = await startEmbeddedDatabase({ dataDir: env.DATA_DIR });
  const database = openDatabase(embedded.connection, options);
  const close = async () => {
    await database.close();
    await embedded.stop();
  };
  return migrated({ ...database, close });
}

/** Nobody else may have brought it up to date; while the site runs, the site has. */
async function migrated(database: OpenDatabase): Promise<OpenDatabase> {
  try {
    await migrateDatabase(database.sql);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
