import { sql, type SQL } from "drizzle-orm";
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
    await underWay;
    const columns = await columnsOf(db, table, rows[0]!);
    for (let start = 0; start < rows.length; start += chunkSize) {
      const chunk = rows.slice(start, start + chunkSize);
      // Put into words while the database, in its own thread, still takes the ones before.
      const json = JSON.stringify(chunk);
      await underWay;
      underWay = insertRows(db, table, columns, json);
      done += chunk.length;
      progress?.({ table, rows: done, totalRows });
    }
  }
  await underWay;
}

/** What a statement says of a table's columns: those it fills, and of what type each key of a row is. */
interface Columns {
  filled: SQL;
  read: SQL;
  typed: SQL;
}

async function columnsOf(db: Db, table: string, row: object): Promise<Columns> {
  const types = await db.execute<{ column: string; type: string }>(sql`
    select attname as column, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = to_regclass(${table}) and attnum > 0 and not attisdropped`);
  const typeOf = new Map(types.map(({ column, type }) => [column, type]));
  const keys = Object.keys(row);
  const unknown = keys.find((key) => !typeOf.has(snakeCase(key)));
  if (unknown) throw new Error(`The table ${table} has no column for ${unknown}.`);
  const listed = (parts: SQL[]) => sql.join(parts, sql`, `);
  return {
    filled: listed(keys.map((key) => sql`${sql.identifier(snakeCase(key))}`)),
    read: listed(keys.map((key) => sql`${sql.identifier(key)}`)),
    typed: listed(keys.map((key) => sql`${sql.identifier(key)} ${sql.raw(typeOf.get(snakeCase(key))!)}`)),
  };
}

/** One statement a chunk: the database reads the rows by the table's own types, geometry included, from their own keys. */
async function insertRows(
  db: Db,
  table: string,
  { filled, read, typed }: Columns,
  json: string,
): Promise<void> {
  await db.execute(sql`
    insert into ${sql.identifier(table)} (${filled}) select ${read} from json_to_recordset(${json}::json) as r (${typed})`);
}

/** @example snakeCase("outlineWgs84") // "outline_wgs84" */
const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
