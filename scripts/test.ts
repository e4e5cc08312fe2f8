import { parseArgs } from "node:util";
import { ensureBuild } from "./build.ts";
import { sumCounts, type Count } from "./count-tests.ts";
import { startPostgres } from "./postgres.ts";
import { closeWith, runStaticChecks, runSuites } from "./run-checks.ts";

/**
 * Runs everything on the embedded database: `npm test`. With `--postgres`, runs what touches a database on a real
 * PostgreSQL with PostGIS instead, installed and started for the time of the run.
 */
const { values } = parseArgs({ options: { postgres: { type: "boolean", default: false } } });

await ensureBuild((text) => console.log(text));
closeWith(values.postgres ? await onPostgres() : await onEmbedded());

async function onEmbedded(): Promise<Count> {
  const checks = await runStaticChecks();
  return sumCounts([
    checks,
    await runSuites(["unit", "db", "http", "browser", "accessibility"], "embedded database"),
  ]);
}

async function onPostgres(): Promise<Count> {
  const server = await startPostgres();
  try {
    return await runSuites(["db", "http", "browser"], "PostgreSQL", { TEST_DATABASE_URL: server.url });
  } finally {
    await server.stop();
  }
}
