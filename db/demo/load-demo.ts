import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { keepStaleBacklog } from "#db/commands/kept-backlog/keep-backlog.ts";
import { ensureServiceBasics } from "#db/commands/ensure-service-basics.ts";
import { loadBuildingUses } from "#db/commands/load-building-uses.ts";
import { refreshLeaseLevels } from "#db/commands/lease/refresh-lease-levels.ts";
import { refreshPortfolio } from "#db/commands/refresh-portfolio.ts";
import { midnightOf } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { fillQuickly } from "./fill-quickly.ts";
import { generateDemo, type DemoOptions } from "./generate-demo.ts";
import { insertTables, type DemoProgress } from "./insert-tables.ts";
import type { DemoPortfolio } from "./rows.ts";
import { loadServiceLevels } from "./load-service-levels.ts";

/**
 * Loads the demo portfolio in one transaction and returns its organisation; where a demo is there already, nothing happens
 * and its organisation is returned. The tables are analysed before the read model is built: without knowing how they are
 * filled, the planner takes ten times as long. Throws whatever the database refuses.
 */
export async function loadDemo(
  db: Db,
  options: DemoOptions & { portfolio?: DemoPortfolio; progress?: (progress: DemoProgress) => void },
): Promise<Id> {
  const [present] = await db.execute<{ id: Id }>(
    sql`select id from organisation where demo_seed is not null order by created_at, id limit 1`,
  );
  if (present) return present.id;
  const portfolio = options.portfolio ?? generateDemo(options);
  const organisationId = portfolio.organisation[0]!.id;
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local jit = off`);
    await loadBuildingUses(tx);
    await insertTables(tx, portfolio, options.progress);
    await tx.execute(sql`select setval('work_number', ${portfolio.work.length})`);
    await ensureServiceBasics(tx, organisationId);
    await loadServiceLevels(tx, organisationId, options.loadDay);
    await fillQuickly(tx, ["portfolio_row", "portfolio_row_now", "portfolio_row_past", "search_entry"], () =>
      refreshPortfolio(tx, organisationId, "all"),
    );
    await tx.execute(sql`analyze building_backlog, backlog_block, portfolio_row`);
    await keepStaleBacklog(tx, organisationId, midnightOf(options.loadDay));
    await refreshLeaseLevels(tx, organisationId, "all");
    await tx.execute(sql`analyze lease_level`);
  });
  return organisationId;
}
