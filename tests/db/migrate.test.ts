import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";

import { isOlder } from "#db/check-server.ts";
import { openDatabase } from "#db/client.server.ts";
import { migrateDatabase } from "#db/migrate.server.ts";
import { StartRefusal } from "#db/start-refusal.ts";
import { useDatabase } from "#tests/helpers/database.ts";

let folder: string;
const database = useDatabase();

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "ejendomsportalen-migrations-"));
  await database.sql`drop table if exists schema_migration, first_step, second_step, third_step`;
  write("0001_first.sql", "create table first_step (id int);");
  write("0002_second.sql", "create table second_step (id int); insert into second_step values (1), (2);");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("migrations are applied once and in order, also when two processes start at once", async () => {
  const [one, other] = await Promise.all([
    migrateDatabase(database.sql, folder),
    migrateDatabase(database.sql, folder),
  ]);
  expect([...one, ...other].sort()).toEqual(["0001_first.sql", "0002_second.sql"]);
  expect(await migrateDatabase(database.sql, folder)).toEqual([]);
  expect(await database.sql`select count(*) from second_step`).toEqual([{ count: 2 }]);
});

test("a migration that fails leaves nothing of itself, and what went before stays", async () => {
  write("0003_third.sql", "create table third_step (id int); select 1/0;");
  await expect(migrateDatabase(database.sql, folder)).rejects.toThrow(/division by zero/);
  expect(
    await database.sql`select to_regclass('third_step') as third, to_regclass('second_step')::text as second`,
  ).toEqual([{ third: null, second: "second_step" }]);
  write("0003_third.sql", "create table third_step (id int);");
  expect(await migrateDatabase(database.sql, folder)).toEqual(["0003_third.sql"]);
});

test("a database newer than the code, and a changed migration, are refused in plain words", async () => {
  await migrateDatabase(database.sql, folder);
  rmSync(join(folder, "0002_second.sql"));
  await expect(migrateDatabase(database.sql, folder)).rejects.toThrow(
    /newer than this code: it has 0002_second.sql/,
  );
  write("0002_second.sql", "create table something_else (id int);");
  await expect(migrateDatabase(database.sql, folder)).rejects.toThrow(/0002_second.sql is not the one/);
});

test("a user who may not add PostGIS is told what a superuser must do", async () => {
  write(
    "0003_third.sql",
    `do $$ begin raise exception 'permission denied to create extension "postgis"' using errcode = '42501'; end $$;`,
  );
  const refusal = await migrateDatabase(database.sql, folder).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StartRefusal);
  expect((refusal as StartRefusal).message).toMatch(/lacks a right: permission denied/);
  expect((refusal as StartRefusal).remedy).toMatch(/CREATE EXTENSION postgis/);
});

test("a database that does not answer is refused in plain words", async () => {
  const nobody = openDatabase({ url: "postgres://nobody@127.0.0.1:1/none" }, { connectTimeoutSeconds: 1 });
  const refusal = await migrateDatabase(nobody.sql, folder).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StartRefusal);
  expect((refusal as StartRefusal).message).toMatch(/could not be reached: .*ECONNREFUSED/);
  await nobody.close();
});

test("PostGIS is old before 3.3", () => {
  expect(["2.5.5", "3.2.9", "3.3.0", "3.10.1", "4.0.0"].map(isOlder)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
