import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { fillQuickly } from "./fill-quickly.ts";

/** How far the load has come, for the person who waits: the table being filled, and rows so far of all. */
export interface DemoProgress {
  table: string;
  rows: number;
  totalRows: number;
}

/** Rows in one statement: large enough to be quick, small enough for a parameter. */
const chunkSize = 1_500;
/** From so many rows it pays to make a table's indexes after it is filled. */
const manyRows = 2_000;

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
  const large = filled.filter(([, rows]) => rows.length >= manyRows).map(([name]) => snakeCase(name));
  await fillQuickly(db, large, () => insertAll(db, filled, progress));
  for (const [name] of filled) await db.execute(sql`analyze ${sql.identifier(snakeCase(name))}`);
}

async function insertAll(
  db: Db,
  filled: [string, object[]][],
  progress?: (progress: DemoProgress) => void,
): Promise<void> {
  const totalRows = filled.reduce((sum, [, rows]) => sum + rows.length, 0);
  let done = 0;
  let underWay: Promise<void> = Promise.resolve();
  for (const [name, rows] of filled) {
    const table = snakeCase(name);
    for (let start = 0; start < rows.length; start += chunkSize) {
      const chunk = rows.slice(start, start + chunkSize);
      // Put into words while the database, in its own thread, still takes the ones before.
      const records = recordsOf(chunk);
      await underWay;
      underWay = insertRows(db, table, records);
      done += chunk.length;
      progress?.({ table, rows: done, totalRows });
    }
  }
  await underWay;
}

/** Rows as the database reads them: the columns they fill, and all of them as one JSON text. */
interface Records {
  columns: string[];
  json: string;
}

function recordsOf(rows: object[]): Records {
  const columnOf = new Map(Object.keys(rows[0]!).map((key) => [key, snakeCase(key)]));
  const records = rows.map((row) => {
    const record: Record<string, unknown> = {};
    for (const [key, column] of columnOf) record[column] = row[key as keyof typeof row];
    return record;
  });
  return { columns: [...columnOf.values()], json: JSON.stringify(records) };
}

/** One statement a chunk: the database reads the rows by the table's own types, geometry included. */
async function insertRows(db: Db, table: string, { columns, json }: Records): Promise<void> {
  const names = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
  await db.execute(sql`
    insert into ${sql.identifier(table)} (${names})
    select ${names} from json_populate_recordset(null::${sql.identifier(table)}, ${json}::json)`);
}

/** @example snakeCase("outlineWgs84") // "outline_wgs84" */
const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
