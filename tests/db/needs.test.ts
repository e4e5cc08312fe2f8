import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { addNeed, removeNeed, removePlanLine, setPlanLine } from "#db/commands/needs/change-needs.ts";
import { getNeed, listNeeds, listPlanLines, listPlanners } from "#db/queries/needs/list-needs.ts";
import { NeedForm, PlanForm } from "#domain/colocation/needs/need-form.ts";
import { newId } from "#domain/id.ts";
import { givenColocationCase } from "../helpers/colocation-case.ts";
import { useDatabase } from "../helpers/database.ts";
import { recordedOf } from "../helpers/people.ts";

const database = useDatabase();
const now = new Date("2026-11-20T10:00:00Z");

const planOf = (administrationId: string, given: object = {}) =>
  PlanForm.parse({
    ...{
      administrationId,
      districtId: "",
      kind: "children",
      year: "2030",
      quantity: "120",
      source: "Prognose",
    },
    ...given,
  });
const needOf = (administrationId: string, given: object = {}) =>
  NeedForm.parse({
    ...{
      administrationId,
      name: "Daginstitution",
      unitKind: "daycare",
      areaM2: "900",
      neededFrom: "2029-08-01",
    },
    ...{ years: "30", ...given },
  });

describe("Plans and needs", () => {
  test("a figure is one of its kind, district and year: saved again it is replaced, and the record tells", () =>
    database.rollback(async (db) => {
      const { city, planner } = await givenColocationCase(db);
      const first = await setPlanLine(db, planner, planOf(city.buf), now);
      const again = await setPlanLine(db, planner, planOf(city.buf, { quantity: "140" }), now);
      await setPlanLine(db, planner, planOf(city.buf, { year: "2031" }), now);
      if (!first.ok || !again.ok) throw new Error("refused");
      expect(again.value).toBe(first.value);
      expect((await listPlanLines(db, planner)).map(({ year, quantity }) => [year, quantity])).toEqual([
        [2030, 140],
        [2031, 120],
      ]);
      expect((await recordedOf(db, first.value)).map(({ action }) => action).sort()).toEqual([
        "change",
        "create",
      ]);
      expect(await removePlanLine(db, planner, planOf(city.buf))).toMatchObject({ ok: true });
      expect(await removePlanLine(db, planner, planOf(city.buf))).toMatchObject({ refusal: "notFound" });
      expect(await listPlanLines(db, planner)).toHaveLength(1);
    }));

  test("a need sent twice is one, and is recorded once", () =>
    database.rollback(async (db) => {
      const { city, planner } = await givenColocationCase(db);
      const first = await addNeed(db, planner, needOf(city.buf), now);
      const again = await addNeed(db, planner, needOf(city.buf), now);
      const other = await addNeed(db, planner, needOf(city.buf, { areaM2: "901" }), now);
      if (!first.ok || !again.ok || !other.ok) throw new Error("refused");
      expect(again.value).toBe(first.value);
      expect(other.value).not.toBe(first.value);
      expect(await listNeeds(db, planner)).toHaveLength(2);
      expect(await recordedOf(db, first.value)).toHaveLength(1);
    }));

  test("an administration plans for itself alone, reads its own alone, and cannot take away another's", () =>
    database.rollback(async (db) => {
      const { city, planner, as } = await givenColocationCase(db);
      const sof = await as("administrationUser", { administrationIds: [city.sof] });
      expect(await setPlanLine(db, sof, planOf(city.buf), now)).toMatchObject({ refusal: "notAllowed" });
      expect(await addNeed(db, sof, needOf(city.buf), now)).toMatchObject({ refusal: "notAllowed" });
      const made = await addNeed(db, planner, needOf(city.buf), now);
      const own = await addNeed(db, sof, needOf(city.sof, { name: "Bosted" }), now);
      if (!made.ok || !own.ok) throw new Error("refused");
      await setPlanLine(db, planner, planOf(city.buf), now);
      expect((await listNeeds(db, sof)).map(({ name }) => name)).toEqual(["Bosted"]);
      expect(await listPlanLines(db, sof)).toEqual([]);
      expect(await getNeed(db, sof, made.value)).toBeNull();
      expect(await removeNeed(db, sof, made.value)).toMatchObject({ refusal: "notFound" });
      expect(await removePlanLine(db, sof, planOf(city.buf))).toMatchObject({ refusal: "notFound" });
      expect((await listPlanners(db, sof)).map(({ code }) => code)).toEqual(["SOF"]);
      expect(await removeNeed(db, sof, own.value)).toMatchObject({ ok: true });
      expect((await recordedOf(db, own.value)).map(({ action }) => action).sort()).toEqual([
        "create",
        "remove",
      ]);
    }));

  test("managers read and change nothing, leaders read nothing, and a district must be the city's own", () =>
    database.rollback(async (db) => {
      const { city, planner, as } = await givenColocationCase(db);
      const made = await addNeed(db, planner, needOf(city.buf), now);
      if (!made.ok) throw new Error(made.refusal);
      const manager = await as("manager");
      expect(await getNeed(db, manager, made.value)).toMatchObject({ mayChange: false, areaM2: 900 });
      expect(await removeNeed(db, manager, made.value)).toMatchObject({ refusal: "notFound" });
      const leader = await as("leader", { administrationIds: [city.buf] });
      expect(await addNeed(db, leader, needOf(city.buf), now)).toMatchObject({ refusal: "notAllowed" });
      const away = needOf(city.buf, { districtId: newId() });
      expect(await addNeed(db, planner, away, now)).toMatchObject({ refusal: "noSuchDistrict" });
      const [count] = await db.execute<{ count: number }>(
        sql`select count(*)::int as count from location_need`,
      );
      expect(count!.count).toBe(1);
    }));
});
