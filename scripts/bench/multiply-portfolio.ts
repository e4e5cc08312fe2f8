import type postgres from "postgres";
import { createOwnNames } from "./own-names.ts";

/** Tables that are copied with the portfolio, parents first. What they refer to outside this list stays shared, as units. */
const copied = [
  ...[
    "property",
    "address",
    "building",
    "building_version",
    "floor",
    "space",
    "contract",
    "tenancy",
    "occupation",
  ],
  ...["survey", "target_quality", "element", "element_observation", "defect", "remedy", "work"],
  ...["backlog_estimate", "backlog_line", "maintenance_entry", "portfolio_row", "search_entry"],
];

/** Columns that hold ids of copied rows. */
const ownIds = new Set([
  ...["id", "property_id", "address_id", "building_id", "floor_id", "space_id", "contract_id"],
  ...["replaces_space_id", "entity_id", "bbr_id", "dar_id"],
  ...["survey_id", "amends_id", "element_id", "observation_id", "remedy_id", "work_id", "estimate_id"],
]);

/** What differs from copy to copy beside ids: names, streets and numbers of its own, each there once as in the original. */
const ownValues: Record<string, string> = {
  "building.name": "own_name(s.name, c.n)",
  "address.street": "own_street(s.street, c.n)",
  "contract.number":
    "regexp_replace(s.number, '\\d+$', '') || substring(s.number from '\\d+$')::int + c.n * 10000",
  "work.number": "s.number || '-' || c.n",
  "portfolio_row.name": "b.name",
  "portfolio_row.name_order": "danish_order(b.name)",
  "portfolio_row.address": "a.street || ' ' || a.house_number || ', ' || a.postcode || ' ' || a.town",
  "portfolio_row.address_order":
    "danish_order(a.street) || lpad(substring(a.house_number from '\\d+'), 5, '0') || a.house_number",
  "portfolio_row.search_text": `fold_danish(b.name || ' ' || a.street || ' ' || a.house_number || ' ' || a.postcode
    || ' ' || a.town || ' ' || coalesce(p.bfe_number::text, '') || ' ' || coalesce(b.bbr_id::text, ''))`,
};

const joined: Record<string, string> = {
  portfolio_row: `join building b on b.id = md5(s.building_id::text || c.n)::uuid
    join address a on a.id = b.address_id join property p on p.id = b.property_id`,
};

const shift = "((('x' || left(md5(%id || c.n), 6))::bit(24)::int % 2000) - 1000) / 40000.0";

function expressionOf(table: string, column: string, type: string): string {
  const shifted = (axis: string) =>
    shift.replace("%id", `s.${table === "portfolio_row" ? "building_id" : "id"}::text || '${axis}'`);
  const own = ownValues[`${table}.${column}`];
  if (own) return own;
  if (ownIds.has(column) && type === "uuid") return `md5(s.${column}::text || c.n)::uuid`;
  if (column === "bfe_number") return `s.${column} + c.n::bigint * 1000003`;
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
 * Multiplies the one portfolio in a database until it holds at least `buildings` buildings, each copy with ids, names,
 * streets and numbers of its own and moved a little, the read models included. Only for a database made for measuring.
 */
export async function multiplyPortfolio(sql: postgres.Sql, buildings: number): Promise<void> {
  const [{ count }] = await sql<[{ count: number }]>`select count(*)::int as count from building`;
  const copies = Math.ceil(buildings / count) - 1;
  if (copies <= 0) return;
  await createOwnNames(sql);
  await liftConstraints(sql);
  const indexes = await dropIndexes(sql);
  for (const table of copied) {
    if (table === "search_entry") await copyEntries(sql, copies);
    else await copyRows(sql, table, copies);
  }
  for (const definition of indexes) await sql.unsafe(definition);
  await sql.unsafe("vacuum analyze");
}

async function copyRows(sql: postgres.Sql, table: string, copies: number): Promise<void> {
  const columns = await sql<{ name: string; type: string }[]>`
    select column_name as name, udt_name as type from information_schema.columns
     where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER' order by ordinal_position`;
  const names = columns.map(({ name }) => name).join(", ");
  const values = columns.map(({ name, type }) => expressionOf(table, name, type)).join(", ");
  await sql.unsafe(
    `insert into ${table} (${names})
     select ${values} from ${table} s cross join generate_series(1, ${copies}) as c(n) ${joined[table] ?? ""}`,
  );
}

/** What is searched for, by the names of the copies. Units stay the original's, but leases name units of their own. */
async function copyEntries(sql: postgres.Sql, copies: number): Promise<void> {
  await sql.unsafe(`
    insert into search_entry (kind, entity_id, organisation_id, building_id, title, subtitle, folded, words,
      administration_ids, unit_ids, is_protected)
    select s.kind, md5(s.entity_id::text || c.n)::uuid, s.organisation_id, md5(s.building_id::text || c.n)::uuid,
           x.title, x.subtitle, x.folded, to_tsvector('danish', x.spoken), s.administration_ids, s.unit_ids, s.is_protected
      from search_entry s cross join generate_series(1, ${copies}) as c(n)
      cross join lateral (
        select r.name as title, r.address as subtitle, r.search_text as folded, r.name || ' ' || r.address as spoken
          from portfolio_row_now r where s.kind = 'building' and r.building_id = md5(s.entity_id::text || c.n)::uuid
        union all
        select a.street || ' ' || a.house_number, s.subtitle,
               fold_danish(a.street || ' ' || a.house_number || ' ' || a.postcode || ' ' || a.town),
               a.street || ' ' || a.house_number || ' ' || a.postcode || ' ' || a.town
          from address a where s.kind = 'address' and a.id = md5(s.entity_id::text || c.n)::uuid
        union all
        select k.number, own_name(s.subtitle, c.n), fold_danish(k.number || ' ' || own_name(s.subtitle, c.n)),
               own_name(s.subtitle, c.n)
          from contract k where s.kind = 'lease' and k.id = md5(s.entity_id::text || c.n)::uuid
      ) x`);
}
