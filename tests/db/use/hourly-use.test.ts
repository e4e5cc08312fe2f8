import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { hourlyUse } from "#db/queries/use/hourly-use.ts";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import { hourOfWeek } from "#domain/use/use-week.ts";
import { useDatabase } from "../../helpers/database.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../../helpers/small-portfolio.ts";

const database = useDatabase();
const on = "2026-11-28";

const week = (persons: number) => Array.from({ length: 168 }, (_, index) => (index === 32 ? persons : 0));

interface Noted {
  unitId: Id;
  buildingId: Id;
  source?: string;
  persons?: number;
  values?: string;
}

const note = (db: Db, small: SmallPortfolio, { unitId, buildingId, source, persons, values }: Noted) =>
  db.execute(sql`
    insert into use_pattern (id, organisation_id, building_id, unit_id, period, persons, source, weeks_observed, confidence,
                             recorded_on, valid_from)
    values (gen_random_uuid(), ${small.organisationId}, ${buildingId}, ${unitId}, 'term',
            ${values ?? `{${week(persons ?? 7).join(",")}}`}::real[], ${source ?? "estimate"}, 0, 0.4, ${on}, '2026-01-01')`);

test("a unit's week is that of its surest source, hour by hour, with its places", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const house = { unitId: small.solsikken, buildingId: small.daycare };
    await note(db, small, { ...house, persons: 7 });
    await note(db, small, { ...house, source: "count", persons: 9 });
    await db.execute(sql`insert into use_capacity (id, organisation_id, building_id, unit_id, persons, source, valid_from)
      values (gen_random_uuid(), ${small.organisationId}, ${small.daycare}, ${small.solsikken}, 40, 'prøve', '2020-01-01')`);
    const [found, ...others] = await hourlyUse(db, small.as("planner"), { on, period: "term" });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ ...house, spaceId: null, source: "count", capacity: 40, personsP95: null });
    expect(found!.persons).toEqual(week(9));
    expect(found!.persons[hourOfWeek(2, 8)]).toBe(9);
    expect(await hourlyUse(db, small.as("planner"), { on: "2025-12-31" })).toEqual([]);
  }));

test("a protected unit's week is nobody's outside its scope, and a leader reads none", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    await note(db, small, { unitId: small.shelter, buildingId: small.shelterHouse });
    const seen = async (...as: Parameters<SmallPortfolio["as"]>) =>
      (await hourlyUse(db, small.as(...as), { on })).length;
    expect(await seen("planner")).toBe(0);
    expect(await seen("manager")).toBe(1);
    expect(await seen("administrationUser", { administrationIds: [small.sof] })).toBe(1);
    expect(await seen("administrationUser", { administrationIds: [small.buf] })).toBe(0);
    expect(await seen("craftsman")).toBe(0);
  }));

test.each([
  ["thirty hours", `{${Array(30).fill(1).join(",")}}`],
  ["−3 persons", `{${[-3, ...Array<number>(167).fill(1)].join(",")}}`],
  ["no number", `{${["NaN", ...Array<number>(167).fill(1)].join(",")}}`],
  ["a hole", `{${["null", ...Array<number>(167).fill(1)].join(",")}}`],
])("the database keeps no week of %s", (_, values) =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const writing = note(db, small, { unitId: small.solsikken, buildingId: small.daycare, values });
    await expect(writing).rejects.toMatchObject({ cause: { constraint_name: "use_pattern_week" } });
  }),
);
