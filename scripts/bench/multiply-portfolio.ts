import type postgres from "postgres";

/** Tables that are copied with the portfolio, parents first. What they refer to outside this list stays shared, as units. */
const copied = [
  "property",
  "address",
  "building",
  "building_version",
  "floor",
  "space",
  "contract",
  "tenancy",
  "occupation",
  "survey",
  "backlog_estimate",
  "maintenance_entry",
  "portfolio_row",
  "search_entry",
];

/** Columns that hold ids of copied rows. */
const ownIds = new Set([
  ...["id", "property_id", "address_id", "building_id", "floor_id", "space_id", "contract_id"],
  ...["replaces_space_id", "entity_id", "bbr_id", "dar_id"],
]);

/** Columns whose value must differ from copy to copy. */
const ownTexts = new Set(["contract.number"]);

const shift = "((('x' || left(md5(%id || c.n), 6))::bit(24)::int % 2000) - 1000) / 40000.0";

function expressionOf(table: string, column: string, type: string): string {
  const shifted = (axis: string) =>
    shift.replace("%id", `s.${table === "portfolio_row" ? "building_id" : "id"}::text || '${axis}'`);
  if (ownIds.has(column) && type === "uuid") return `md5(s.${column}::text || c.n)::uuid`;
  if (ownTexts.has(`${table}.${column}`)) return `s.${column} || '-' || c.n`;
  if (column === "bfe_number") return `s.${column} + c.n::bigint * 100000000`;
  if (column === "lon" || column === "lat") return `s.${column} + ${shifted(column)}`;
  if (column === "position_wgs84" && table !== "address")
    return `st_translate(s.${column}, ${shifted("lon")}, ${shifted("lat")})`;
  if (column === "footprint_wgs84") return `st_translate(s.${column}, ${shifted("lon")}, ${shifted("lat")})`;
  return `s.${column}`;
}

/** What checks each row on its own: off while copies of checked rows are made, in a database that is thrown away. */
async function liftConstraints(sql: postgres.Sql): Promise<void> {
  const exclusions = await sql<{ table: string; name: string }[]>`
    select conrelid::regclass::text as "table", conname as name from pg_constraint
     where contype = 'x' and connamespace = 'public'::regnamespace and conrelid::regclass::text = any (${copied})`;
  for (const { table, name } of exclusions) {
    await sql.unsafe(`alter table ${table} drop constraint ${name}`);
    await sql.unsafe(`create index if not exists ${table}_of_building on ${table} (building_id)`);
  }
  for (const table of copied) await sql.unsafe(`alter table ${table} disable trigger all`);
}

/** Takes away what only makes reading faster and returns what makes it again: rows go in many times faster without. */
async function dropIndexes(sql: postgres.Sql): Promise<string[]> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
      from pg_index i join pg_class t on t.oid = i.indrelid
      left join pg_inherits part on part.inhrelid = i.indrelid left join pg_class whole on whole.oid = part.inhparent
     where not i.indisunique and coalesce(whole.relname, t.relname) = any (${copied})
       and not exists (select 1 from pg_inherits own where own.inhrelid = i.indexrelid)`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  return indexes.map(({ definition }) => definition.replace(" ON ONLY ", " ON "));
}

/**
 * Multiplies the one portfolio in a database until it holds at least `buildings` buildings, each copy with ids of its
 * own and moved a little, the read models included. Only for a database made for measuring.
 */
export async function multiplyPortfolio(sql: postgres.Sql, buildings: number): Promise<void> {
  const [{ count }] = await sql<[{ count: number }]>`select count(*)::int as count from building`;
  const copies = Math.ceil(buildings / count) - 1;
  if (copies <= 0) return;
  await liftConstraints(sql);
  const indexes = await dropIndexes(sql);
  for (const table of copied) {
    const columns = await sql<{ name: string; type: string }[]>`
      select column_name as name, udt_name as type from information_schema.columns
       where table_schema = 'public' and table_name = ${table} order by ordinal_position`;
    const names = columns.map(({ name }) => name).join(", ");
    const values = columns.map(({ name, type }) => expressionOf(table, name, type)).join(", ");
    await sql.unsafe(
      `insert into ${table} (${names}) select ${values} from ${table} s, generate_series(1, ${copies}) as c(n)
        ${table === "search_entry" ? "where s.kind <> 'unit'" : ""}`,
    );
  }
  for (const definition of indexes) await sql.unsafe(definition);
  await sql.unsafe("vacuum analyze");
}
