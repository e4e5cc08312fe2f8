import type { Sql } from "postgres";

import { StartRefusal } from "./start-refusal.ts";

const OLDEST_POSTGRES = 15;
const OLDEST_POSTGIS = [3, 3] as const;

/**
 * Checks that the database answers, and is a PostgreSQL ≥ 15 that has PostGIS ≥ 3.3 or can be given it.
 *
 * @throws StartRefusal
 */
export async function checkServer(sql: Sql): Promise<void> {
  const server = await askServer(sql);
  const major = Math.floor(server.version / 10_000);
  if (major < OLDEST_POSTGRES) {
    throw new StartRefusal(
      `The database is PostgreSQL ${major}; this needs ${OLDEST_POSTGRES} or newer.`,
      "Upgrade the server, or set DATABASE_URL to a newer one.",
    );
  }
  if (server.postgis === null) {
    throw new StartRefusal(
      "The database server has no PostGIS.",
      "Install PostGIS 3.3 or newer on it (Debian: postgresql-15-postgis-3), or set DATABASE_URL to one that has it.",
    );
  }
  if (isOlder(server.postgis)) {
    throw new StartRefusal(
      `The database has PostGIS ${server.postgis}; this needs ${OLDEST_POSTGIS.join(".")} or newer.`,
      "Upgrade PostGIS on the server, then run ALTER EXTENSION postgis UPDATE.",
    );
  }
}

type Server = { version: number; postgis: string | null };

async function askServer(sql: Sql): Promise<Server> {
  try {
    const [row] = await sql<[Server]>`
      select current_setting('server_version_num')::int as version,
        (select coalesce(installed_version, default_version) from pg_available_extensions where name = 'postgis') as postgis`;
    return row;
  } catch (error) {
    throw new StartRefusal(
      `The database could not be reached: ${(error as Error).message || (error as { code?: string }).code}`,
      "Check that it is running and that DATABASE_URL names it, its user and its password.",
      { cause: error },
    );
  }
}

/** @example isOlder("3.3.2") // false */
export function isOlder(postgis: string): boolean {
  const [major = 0, minor = 0] = postgis.split(".").map(Number);
  const [wantedMajor, wantedMinor] = OLDEST_POSTGIS;
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}
