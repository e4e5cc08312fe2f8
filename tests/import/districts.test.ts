import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { importRegister } from "#app/jobs/register-import/import-register.ts";
import type { Db } from "#db/client.server.ts";
import { newId } from "#domain/id.ts";
import { commandLineActor } from "#domain/register-import/import-actor.ts";
import { useDatabase } from "../helpers/database.ts";
import { fileOf } from "./rows.ts";
import { writeSmallPortfolio } from "./small-portfolio.ts";

const database = useDatabase();
const now = new Date("2026-11-20T12:00:00Z");

/** A square of degrees around a place. */
const square = (lon: number, lat: number, half: number) => [
  [lon - half, lat - half],
  [lon + half, lat - half],
  [lon + half, lat + half],
  [lon - half, lat + half],
  [lon - half, lat - half],
];
const district = (bydel_nr: number, navn: string, ring: unknown) => ({
  type: "Feature",
  properties: { bydel_nr, navn },
  geometry: { type: "MultiPolygon", coordinates: [[ring]] },
});
const collection = (...features: unknown[]) =>
  fileOf(JSON.stringify({ type: "FeatureCollection", features }));
const real = () =>
  collection(
    district(3, "Nørrebro", square(12.55, 55.695, 0.01)),
    district(4, "Østerbro", square(12.58, 55.7, 0.01)),
  );

async function prepare(db: Db) {
  const { organisationId } = await writeSmallPortfolio(db);
  for (const [code, name] of [
    ["3", "Nørrebro"],
    ["99", "Intetsteds"],
  ]) {
    const outline = JSON.stringify({ type: "MultiPolygon", coordinates: [[square(12.6, 55.66, 0.01)]] });
    await db.execute(sql`
      insert into district (id, organisation_id, code, name, outline_wgs84, is_approximate, source)
      values (${newId()}, ${organisationId}, ${code}, ${name}, st_setsrid(st_geomfromgeojson(${outline}::text), 4326), true, 'test')`);
  }
  return commandLineActor(organisationId);
}

const districts = (db: Db) =>
  db.execute(sql`select code, name, is_approximate as "isApproximate" from district order by code`);

test("real districts take the place of approximate ones, and addresses find theirs", () =>
  database.rollback(async (db) => {
    const actor = await prepare(db);
    const report = await importRegister(db, actor, real(), { isApplied: true, now });
    expect(report.counts).toMatchObject({ added: 1, changed: 1, refused: 0 });
    expect(await districts(db)).toEqual([
      { code: "3", name: "Nørrebro", isApproximate: false },
      { code: "4", name: "Østerbro", isApproximate: false },
    ]);
    const [found] = await db.execute<{ district: string; rows: number }>(sql`
      select d.code as district, (select count(*)::int from portfolio_row r where r.district_id = d.id) as rows
        from address a join district d on d.id = a.district_id`);
    expect(found?.district).toBe("3");
    expect(found?.rows).toBeGreaterThan(0);
    const again = await importRegister(db, actor, real(), { isApplied: true, now });
    expect(again).toMatchObject({ isApplied: false, counts: { added: 0, changed: 0, unchanged: 2 } });
  }));

test("a dry run of districts writes nothing", () =>
  database.rollback(async (db) => {
    const actor = await prepare(db);
    const before = await districts(db);
    const report = await importRegister(db, actor, real(), { isApplied: false, now });
    expect(report).toMatchObject({ isApplied: false, counts: { added: 1, changed: 1 } });
    expect(await districts(db)).toEqual(before);
  }));

test("a district without a name, or whose outline crosses itself, is refused, and no approximate one is dropped", () =>
  database.rollback(async (db) => {
    const actor = await prepare(db);
    const bow = [
      [12.5, 55.6],
      [12.6, 55.7],
      [12.6, 55.6],
      [12.5, 55.7],
      [12.5, 55.6],
    ];
    const file = collection(
      district(3, "Nørrebro", square(12.55, 55.695, 0.01)),
      district(4, "", square(12.58, 55.7, 0.01)),
      district(5, "Sløjfe", bow),
    );
    const report = await importRegister(db, actor, file, { isApplied: true, now });
    expect(report.refusals).toMatchObject([
      { row: 2, field: "navn", reason: "nameMissing" },
      { row: 3, field: "geometry", reason: "brokenOutline" },
    ]);
    expect((await districts(db)).map((row) => row["code"])).toEqual(["3", "99"]);
  }));
