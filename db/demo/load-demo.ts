import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { ensureServiceBasics } from "#db/commands/ensure-service-basics.ts";
import { loadBuildingUses } from "#db/commands/load-building-uses.ts";
import { refreshPortfolio } from "#db/commands/refresh-portfolio.ts";
import type { Id } from "#domain/id.ts";
import { generateDemo, type DemoOptions } from "./generate-demo.ts";
import { loadServiceLevels } from "./load-service-levels.ts";
import type { DemoPortfolio } from "./rows.ts";

/** How far the load has come, for the person who waits: the table being filled, and rows so far of all. */
export interface DemoProgress {
  table: string;
  rows: number;
  totalRows: number;
}

/** Rows in one statement: large enough to be quick, small enough for a parameter. */
const chunkSize = 1_500;

/**
 * Loads the demo portfolio in one transaction and returns its organisation; where a demo is there already, nothing happens
 * and its organisation is returned. The tables are analysed before the read model is built: without knowing how they are
 * filled, the planner takes ten times as long. Throws whatever the database refuses.
 */
export async function loadDemo(
  db: Db,
  options: DemoOptions & { progress?: (progress: DemoProgress) => void },
): Promise<Id> {
  const [present] = await db.execute<{ id: Id }>(
    sql`select id from organisation where demo_seed is not null order by created_at, id limit 1`,
  );
  if (present) return present.id;
  const portfolio = generateDemo(options);
  const organisationId = portfolio.organisation[0]!.id;
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local jit = off`);
    await loadBuildingUses(tx);
    await insertPortfolio(tx, portfolio, options.progress);
    await ensureServiceBasics(tx, organisationId);
    await loadServiceLevels(tx, organisationId, options.loadDay);
    for (const table of Object.keys(portfolio))
      await tx.execute(sql`analyze ${sql.identifier(snakeCase(table))}`);
    await refreshPortfolio(tx, organisationId, "all");
  });
  return organisationId;
}

async function insertPortfolio(
  db: Db,
  portfolio: DemoPortfolio,
  progress: ((progress: DemoProgress) => void) | undefined,
): Promise<void> {
  const tables = Object.entries(portfolio) as [string, object[]][];
  const totalRows = tables.reduce((sum, [, rows]) => sum + rows.length, 0);
  let done = 0;
  for (const [name, rows] of tables) {
    const table = snakeCase(name);
    for (let start = 0; start < rows.length; start += chunkSize) {
      const chunk = rows.slice(start, start + chunkSize);
      await insertRows(db, table, chunk);
      done += chunk.length;
      progress?.({ table, rows: done, totalRows });
    }
  }
}

/** One statement a chunk: the database reads the rows by the table's own types, geometry included. */
async function insertRows(db: Db, table: string, rows: object[]): Promise<void> {
  const keys = Object.keys(rows[0]!);
  const columns = keys.map(snakeCase);
  const records = rows.map((row) =>
    Object.fromEntries(keys.map((key, index) => [columns[index]!, row[key as keyof typeof row]])),
  );
  const names = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
  await db.execute(sql`
    insert into ${sql.identifier(table)} (${names})
    select ${names} from json_populate_recordset(null::${sql.identifier(table)}, ${JSON.stringify(records)}::json)`);
}

/** @example snakeCase("outlineWgs84") // "outline_wgs84" */
const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
