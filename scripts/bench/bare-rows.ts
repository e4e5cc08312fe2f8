import type postgres from "postgres";

/** A statement with its values as text, cast to the types of the columns. */
export interface BareStatement {
  text: string;
  values: (string | null)[];
}

/** The columns of tables with their types, read once. */
export async function readColumns(sql: postgres.Sql, tables: readonly string[]) {
  const rows = await sql<{ table: string; name: string; type: string }[]>`
    select table_name as "table", column_name as name, udt_name as type from information_schema.columns
     where table_schema = 'public' and table_name = any (${tables as string[]}) order by table_name, ordinal_position`;
  return (table: string) => rows.filter((row) => row.table === table);
}
export type ColumnsOf = Awaited<ReturnType<typeof readColumns>>;

type TextRow = Record<string, string | null>;

/** The rows of a table that meet a condition, every value as text. */
export async function readRows(
  sql: postgres.Sql,
  columns: ColumnsOf,
  table: string,
  where: string,
  values: unknown[],
): Promise<TextRow[]> {
  const list = columns(table).map(({ name }) => `${name}::text as ${name}`);
  return [
    ...(await sql.unsafe<TextRow[]>(
      `select ${list.join(", ")} from ${table} where ${where}`,
      values as never[],
    )),
  ];
}

/** An insert of one row as it was written. */
export function insertOf(columns: ColumnsOf, table: string, row: TextRow): BareStatement {
  const all = columns(table);
  const places = all.map(({ type }, index) => `$${index + 1}::text::${type}`);
  const text = `insert into ${table} (${all.map(({ name }) => name).join(", ")}) values (${places.join(", ")})`;
  return { text, values: all.map(({ name }) => row[name] ?? null) };
}

/** An update of some columns of one row, by its id. */
export function updateOf(
  columns: ColumnsOf,
  table: string,
  names: readonly string[],
  row: TextRow,
): BareStatement {
  const typeOf = (name: string) => columns(table).find((column) => column.name === name)!.type;
  const sets = names.map((name, index) => `${name} = $${index + 2}::text::${typeOf(name)}`);
  const text = `update ${table} set ${sets.join(", ")} where id = $1::text::uuid`;
  return { text, values: [row.id!, ...names.map((name) => row[name] ?? null)] };
}

/** Runs each list of statements in a transaction of its own, so many at a time. */
export async function sendTransactions(
  sql: postgres.Sql,
  transactions: readonly (readonly BareStatement[])[],
  atOnce: number,
): Promise<void> {
  await inParallel(transactions, atOnce, (statements) =>
    sql.begin(async (tx) => {
      for (const { text, values } of statements) await tx.unsafe(text, values, { prepare: true });
    }),
  );
}

/** Does the same to everything, so many at a time, in order. */
export async function inParallel<T>(
  all: readonly T[],
  atOnce: number,
  work: (one: T, index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < all.length; index = next++) await work(all[index]!, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
