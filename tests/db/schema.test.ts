import { is, sql } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import * as schema from "#db/schema/index.ts";
import { useDatabase } from "../helpers/database.ts";

const database = useDatabase();

const tables = Object.values(schema).flatMap((value: unknown) => (is(value, PgTable) ? [value] : []));

test("the tables in code have exactly the columns that the migrations made", async () => {
  const rows = await database.db.execute<{ table: string; columns: string[] }>(sql`
    select c.table_name as "table",
           array_agg(c.column_name::text || case c.is_nullable when 'NO' then '!' else '' end) as columns
      from information_schema.columns c
      join pg_class p on p.relname = c.table_name and p.relnamespace = 'public'::regnamespace
       and p.relkind in ('r', 'p') and not p.relispartition
     where c.table_schema = 'public' and c.table_name not in ('spatial_ref_sys', 'schema_migration')
     group by c.table_name`);
  const inDatabase = Object.fromEntries(rows.map((row) => [row.table, [...row.columns].sort()]));
  const inCode = Object.fromEntries(
    tables.map((table) => {
      const { name, columns } = getTableConfig(table);
      return [name, columns.map((column) => column.name + (column.notNull ? "!" : "")).sort()];
    }),
  );
  expect(inCode).toEqual(inDatabase);
});

test("every table of the organisation's own says whose it is", () => {
  const shared = new Set(["organisation", "building_use", "rate_limit"]);
  const without = tables
    .map((table) => getTableConfig(table))
    .filter(({ name, columns }) => !shared.has(name) && !columns.some((c) => c.name === "organisation_id"))
    .map(({ name }) => name);
  expect(without).toEqual([]);
});
