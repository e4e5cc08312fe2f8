import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { demoAccounts, demoPassword } from "#db/demo/accounts.ts";
import { loadDemo } from "#db/demo/load-demo.ts";
import { dayAt } from "#domain/day.ts";

/** The seed of the portfolio that everyone who starts the demo gets. */
const demoSeed = 2013;

/** Loads the demo portfolio and its accounts into a database that holds no organisation yet, in one transaction. */
export async function loadDemoOnce(db: Db, now: Date, announce: (text: string) => void): Promise<void> {
  const [found] = await db.execute<{ count: number }>(sql`select count(*)::int as count from organisation`);
  if (found && found.count > 0) return;
  const startedAt = performance.now();
  announce("Loading the demo portfolio (once, under a minute)");
  await loadDemo(db, { seed: demoSeed, loadDay: dayAt(now), progress: announce });
  announce(`Demo portfolio loaded in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
}
