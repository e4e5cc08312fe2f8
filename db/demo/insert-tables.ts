import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";

/** How far the load has come, for the person who waits: the table being filled, and rows so far of all. */
export interface DemoProgress {
  table: string;
  rows: number;
  totalRows: number;
}

/** Rows in one statement: large enough to be quick, small enough for a parameter. */
const chunkSize = 1_500;

/**
 * Fills tables, named by their keys, in the order given, and analyses them: without knowing how they are filled, the
 * planner takes ten times as long. All rows of a table have the same keys.
 * @example await insertTables(tx, { unit: [{ id, organisationId, … }] });
 */
export async function insertTables(
  db: Db,
  tables: object,
  progress?: (progress: DemoProgress) => void,
): Promise<void> {
  const filled = (Object.entries(tables) as [string, object[]][]).filter(([, rows]) => rows.length > 0);
  const totalRows = filled.reduce((sum, [, rows]) => sum + rows.length, 0);
  let done = 0;
  for (const [name, rows] of filled) {
    const table = snakeCase(name);
    for (let start = 0; start < rows.length; start += chunkSize) {
      const chunk = rows.slice(start, start + chunkSize);
      await insertRows(db, table, chunk);
      done += chunk.length;
      progress?.({ table, rows: done, totalRows });
    }
  }
  for (const [name] of filled) await db.execute(sql`analyze ${sql.identifier(snakeCase(name))}`);
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
