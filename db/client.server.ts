import type { PgDatabase } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";

import { keepStatements } from "./keep-statements.ts";
import * as schema from "./schema/index.ts";
import { asInstant, asSafeInteger } from "./value-parsers.ts";

/** What a query or command is given: the database, or a transaction in it. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;

/** Where the database is: a URL, or the folder with the socket of the embedded one. */
export type DatabaseAddress = { url: string } | { host: string; user: string; database: string };

export type DatabaseOptions = {
  /** Connections at most. The embedded database works one statement at a time, so a few are enough there. */
  poolSize?: number;
  /** False behind a pooler that hands out transactions (PgBouncer); by default what DATABASE_PREPARE says. */
  prepare?: boolean;
  connectTimeoutSeconds?: number;
  applicationName?: string;
};

/**
 * How statements are planned on our connections: compiling one costs more than running it, what is read is in memory or
 * on a fast disk, and sorting a portfolio needs no files. A statement that is kept is planned for its values all the same:
 * a filter that finds three buildings wants another plan than one that finds all.
 */
const planning = {
  ...{ jit: "off", random_page_cost: "1.1", work_mem: "32MB" },
  plan_cache_mode: "force_custom_plan",
};

export type OpenDatabase = { db: Db; sql: postgres.Sql; close: () => Promise<void> };

/**
 * Opens a pool of connections; nothing is sent before the first query. Values arrive as the code wants them: int8 as a
 * safe integer, numeric as a number, a date as "YYYY-MM-DD", an instant as ISO text in UTC with all its microseconds.
 *
 * @example const { db, close } = openDatabase({ url: process.env.DATABASE_URL })
 */
export function openDatabase(address: DatabaseAddress, options: DatabaseOptions = {}): OpenDatabase {
  const prepare = options.prepare ?? process.env["DATABASE_PREPARE"] !== "false";
  const name = options.applicationName ?? "ejendomsportalen";
  const settings: postgres.Options<{ int8: postgres.PostgresType<number> }> = {
    max: options.poolSize ?? 10,
    prepare,
    connect_timeout: options.connectTimeoutSeconds ?? 10,
    // A pooler refuses settings that it does not know; docs/performance.md says how to give them to the database.
    connection: { application_name: name, TimeZone: "UTC", ...(prepare ? planning : {}) },
    onnotice: () => undefined,
    types: { int8: { to: 20, from: [20], parse: asSafeInteger, serialize: String } },
  };
  const sql = "url" in address ? postgres(address.url, settings) : postgres({ ...address, ...settings });
  const plain = sql as unknown as postgres.Sql;
  const db = drizzle(prepare && "url" in address ? keepStatements(plain) : plain, { schema });
  // After drizzle, which takes over the parsers of dates and instants for its own columns.
  Object.assign(sql.options.parsers, { 1184: asInstant, 1700: Number });
  return { db, sql: plain, close: () => sql.end({ timeout: 5 }) };
}
