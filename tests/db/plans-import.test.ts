import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { importPlans } from "#db/commands/needs/import-plans.ts";
import { listPlanLines } from "#db/queries/needs/list-needs.ts";
import type { Actor } from "#domain/actor.ts";
import { givenColocationCase } from "../helpers/colocation-case.ts";
import { useDatabase } from "../helpers/database.ts";

const database = useDatabase();
const now = new Date("2026-11-28T10:00:00Z");
const line = (forvaltning: string, bydel: string, slags: string, år: string, antal: string) => ({
  ...{ forvaltning, bydel, slags, år, antal },
});

async function scene(db: Parameters<typeof importPlans>[0]) {
  const { city, planner, as } = await givenColocationCase(db);
  const [district] = await db.execute<{ code: string; name: string }>(
    sql`insert into district (id, organisation_id, code, name, outline_wgs84, is_approximate, source)
      values (gen_random_uuid(), ${city.organisationId}, 'VAL', 'Valby',
        st_multi(st_makeenvelope(12.4, 55.6, 12.5, 55.7, 4326)), true, 'prøve') returning code, name`,
  );
  const bring = (actor: Actor, isDry: boolean, ...records: Record<string, string>[]) =>
    importPlans(db, actor, { source: "Prognose 2026", records }, { isDry }, now);
  return { city, planner, as, district: district!, bring };
}

test("a file of plans is tried without writing, brought in, changes nothing when sent again, and corrects", () =>
  database.rollback(async (db) => {
    const { planner, district, bring } = await scene(db);
    const file = [
      line("BUF", district.name, "børn", "2030", "1.240"),
      { administration: "sof", district: "", kind: "staff", year: "2031", quantity: "4150" },
    ];
    const none = { added: 0, changed: 0, unchanged: 0, refused: [] };
    expect(await bring(planner, true, ...file)).toEqual({ ...none, added: 2 });
    expect(await listPlanLines(db, planner)).toEqual([]);
    expect(await bring(planner, false, ...file)).toEqual({ ...none, added: 2 });
    expect(await bring(planner, false, ...file)).toEqual({ ...none, unchanged: 2 });
    const other = line("BUF", district.code, "børn", "2030", "1300");
    expect(await bring(planner, true, other)).toEqual({ ...none, changed: 1 });
    expect(await bring(planner, false, other)).toEqual({ ...none, changed: 1 });
    expect(await listPlanLines(db, planner)).toMatchObject([
      { administration: "BUF", district: district.name, kind: "children", year: 2030, quantity: 1300 },
      { administration: "SOF", district: null, kind: "staff", year: 2031, quantity: 4150 },
    ]);
    const audit = await db.execute(
      sql`select 1 from audit_entry where entity = 'administrationPlan' and action = 'import'`,
    );
    expect(audit).toHaveLength(2);
  }));

test("each line that cannot be is refused with its column and reason, and the rest is taken", () =>
  database.rollback(async (db) => {
    const { planner, bring } = await scene(db);
    const answer = await bring(
      planner,
      false,
      line("BUF", "", "børn", "2030", "10"),
      line("XYZ", "", "børn", "2030", "10"),
      line("BUF", "Atlantis", "børn", "2030", "10"),
      line("BUF", "", "drager", "2030", "10"),
      line("BUF", "", "børn", "1830", "10"),
      line("BUF", "", "børn", "2031", "-3"),
      line("BUF", "", "børn", "2030", "11"),
    );
    expect(answer).toMatchObject({ added: 1, changed: 0 });
    expect(answer.refused).toEqual([
      { index: 1, field: "administration", reason: "administration" },
      { index: 2, field: "district", reason: "district" },
      { index: 3, field: "kind", reason: "kind" },
      { index: 4, field: "year", reason: "year" },
      { index: 5, field: "quantity", reason: "quantity" },
      { index: 6, field: "year", reason: "twice" },
    ]);
    expect((await listPlanLines(db, planner)).map(({ quantity }) => quantity)).toEqual([10]);
  }));

test("an administration brings in its own plans and no other's, and a leader none", () =>
  database.rollback(async (db) => {
    const { city, as, planner, bring } = await scene(db);
    const both = [line("BUF", "", "børn", "2030", "10"), line("SOF", "", "ydelser", "2030", "20")];
    const buf = await as("administrationUser", { administrationIds: [city.buf] });
    expect(await bring(buf, false, ...both)).toMatchObject({
      added: 1,
      refused: [{ index: 1, field: "administration", reason: "notYours" }],
    });
    expect((await listPlanLines(db, planner)).map(({ administration }) => administration)).toEqual(["BUF"]);
    const leader = await as("leader");
    expect((await bring(leader, false, ...both)).refused.map(({ reason }) => reason)).toEqual([
      "notYours",
      "notYours",
    ]);
  }));

test("the same file twice at once is written once", async () => {
  const { planner, bring } = await scene(database.db);
  const file = [line("BUF", "", "børn", "2030", "10"), line("BUF", "", "børn", "2031", "12")];
  const both = await Promise.all([bring(planner, false, ...file), bring(planner, false, ...file)]);
  expect(both.map(({ added }) => added).sort()).toEqual([0, 2]);
});
