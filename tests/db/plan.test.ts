import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { chooseWork, setPlanMoney } from "#db/commands/plan/change-plan.ts";
import { decidePlan } from "#db/commands/plan/decide-plan.ts";
import { keepReckoning } from "#db/commands/plan/keep-reckoning.ts";
import { copyPlan, createPlan } from "#db/commands/plan/write-plan.ts";
import { getPlanVersion } from "#db/queries/plan/get-plan-version.ts";
import { readPlanQuestion } from "#db/queries/plan/read-plan-question.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { PlanForm } from "#domain/plan/plan-form.ts";
import { reckonPlan } from "#domain/plan/reckon-plan.ts";
import { useDatabase } from "../helpers/database.ts";
import {
  draftPlan,
  insertPlannedHouses,
  planForm,
  planOn as on,
  reckonDraft,
  seenPlan,
} from "../helpers/planned-houses.ts";

const database = useDatabase();
const now = new Date("2026-11-20T10:00:00Z");

const placed = async (db: Db, id: Id) => [
  ...(await db.execute<{
    group: string;
    year: number | null;
    rank: number | null;
    pinned: boolean;
    workId: Id;
  }>(sql`
    select w.work_group as "group", p.year, p.package_rank as rank, p.is_pinned as pinned, w.id as "workId"
      from plan_work p join work w on w.id = p.work_id where p.plan_id = ${id} order by w.number`)),
];

const spentByYear = async (db: Db, id: Id) => [
  ...(await db.execute<{ year: number; spent: number; budget: number }>(sql`
    select y.year, y.budget_ore::float8 as budget,
           coalesce((select sum(p.cost_ore) from plan_work p where p.plan_id = y.plan_id and p.year = y.year), 0)::float8
             + 15000000 * (select count(distinct p.building_id) from plan_work p where p.plan_id = y.plan_id and p.year = y.year)
             as spent
      from plan_year y where y.plan_id = ${id} order by y.year`)),
];

describe("A plan", () => {
  test("puts a building's works in one year under one site, within the budget, and its parts sum to its wholes", () =>
    database.rollback(async (db) => {
      const { as } = await insertPlannedHouses(db);
      const planner = await as("planner");
      const id = await draftPlan(db, planner, planForm("Plan", 1_700_000_00));
      const { kept, question, reckoned } = await reckonDraft(db, planner, id);
      expect(kept).toBe(true);
      expect(question.works.map(({ costOre }) => costOre)).toEqual([800_000_00, 600_000_00, 700_000_00]);
      const works = await placed(db, id);
      expect(works.map(({ group, year, rank }) => [group, year, rank])).toEqual([
        ["roof", 2027, 1],
        ["facade", 2027, 1],
        ["windows", 2028, 1],
      ]);
      const { years, start } = reckoned.result;
      expect(start.backlogOre).toBe(2_100_000_00);
      for (const [at, { spent, budget }] of (await spentByYear(db, id)).entries()) {
        expect(spent).toBeLessThanOrEqual(budget);
        expect(years[at]).toMatchObject({ spentOre: spent, leftOre: budget - spent });
      }
      expect(years.at(-1)!.end).toMatchObject({ backlogOre: 0, worksLeft: 0, damageOre: 0 });
      expect(reckoned.boundOre).toBeLessThanOrEqual(reckoned.totalOre);
    }));

  test("with a budget of zero plans nothing, says what that costs, and stands", () =>
    database.rollback(async (db) => {
      const { as } = await insertPlannedHouses(db);
      const planner = await as("planner");
      const id = await draftPlan(db, planner, planForm("Intet", 0));
      const { kept, reckoned } = await reckonDraft(db, planner, id);
      expect(kept).toBe(true);
      expect((await placed(db, id)).map(({ year }) => year)).toEqual([null, null, null]);
      expect(reckoned.totalOre).toBe(reckoned.result.nothingOre);
      expect(reckoned.result.years.at(-1)!.end.backlogOre).toBeGreaterThan(2_100_000_00);
    }));

  test("keeps what people pinned and forbade, with their reason, until it is released", () =>
    database.rollback(async (db) => {
      const { as } = await insertPlannedHouses(db);
      const planner = await as("planner");
      const id = await draftPlan(db, planner, planForm("Plan", 1_700_000_00));
      await reckonDraft(db, planner, id);
      const [roof, , windows] = await placed(db, id);
      const choose = async (workId: Id, year: number | null | "released", reason: string | null = "Brand") =>
        chooseWork(db, planner, await seenPlan(db, planner, id), { workId, year, reason }, now);
      expect((await choose(roof!.workId, 2029)).ok).toBe(true);
      expect((await choose(windows!.workId, null)).ok).toBe(true);
      expect(await choose(roof!.workId, 2031)).toMatchObject({ refusal: "outsideYears" });
      expect(await choose(roof!.workId, 2028, " ")).toMatchObject({ refusal: "reason" });
      await reckonDraft(db, planner, id);
      const works = await placed(db, id);
      expect(works[0]).toMatchObject({ year: 2029, pinned: true });
      expect(works[2]).toMatchObject({ year: null });
      expect((await choose(windows!.workId, "released", null)).ok).toBe(true);
      await reckonDraft(db, planner, id);
      expect((await placed(db, id))[2]!.year).not.toBeNull();
      const audit = await db.execute<{ n: number }>(sql`
        select count(*)::int as n from audit_entry where entity = 'plan' and entity_id = ${id} and action = 'chooseWork'`);
      expect(audit[0]!.n).toBe(3);
    }));

  test("says so where a pin costs more than its year has", () =>
    database.rollback(async (db) => {
      const { as } = await insertPlannedHouses(db);
      const planner = await as("planner");
      const id = await draftPlan(db, planner, planForm("Plan", 400_000_00));
      await reckonDraft(db, planner, id);
      const [roof] = await placed(db, id);
      await chooseWork(
        db,
        planner,
        await seenPlan(db, planner, id),
        { workId: roof!.workId, year: 2027, reason: "x" },
        now,
      );
      const { reckoned } = await reckonDraft(db, planner, id);
      expect(reckoned.result.unpaid).toEqual([roof!.workId]);
      expect((await placed(db, id))[0]!.year).toBeNull();
    }));

  test("is not changed by whoever saw an older version, and a reckoning of an older version is not kept", () =>
    database.rollback(async (db) => {
      const { as } = await insertPlannedHouses(db);
      const [one, other] = [await as("planner"), await as("manager")];
      const id = await draftPlan(db, one, planForm("Plan", 1_700_000_00));
      const old = await seenPlan(db, one, id);
      const question = (await readPlanQuestion(db, one.organisationId, id, on))!;
      const less = planForm("", 100_00).years;
      expect((await setPlanMoney(db, other, old, less)).ok).toBe(true);
      expect(await setPlanMoney(db, one, old, less)).toMatchObject({ refusal: "changed" });
      const late = { planId: id, version: old.version, on, question, reckoned: reckonPlan(question) };
      expect(await keepReckoning(db, one.organisationId, { ...late, method: "package" })).toBe(false);
    }));

  test("is copied as a scenario that goes its own way", () =>
    database.rollback(async (db) => {
      const { as } = await insertPlannedHouses(db);
      const planner = await as("planner");
      const id = await draftPlan(db, planner, planForm("Plan", 1_700_000_00));
      await reckonDraft(db, planner, id);
      const copy = await copyPlan(db, planner, { id, name: "Scenarie" }, now);
      if (!copy.ok) throw new Error(copy.refusal);
      expect(await placed(db, copy.value)).toEqual(await placed(db, id));
      expect(await copyPlan(db, planner, { id, name: "Scenarie" }, now)).toMatchObject({
        refusal: "nameTaken",
      });
      await setPlanMoney(db, planner, await seenPlan(db, planner, copy.value), planForm("", 0).years);
      await reckonDraft(db, planner, copy.value);
      expect((await placed(db, copy.value)).every(({ year }) => year === null)).toBe(true);
      expect((await placed(db, id)).every(({ year }) => year === null)).toBe(false);
    }));
});

describe("Deciding on a plan", () => {
  test("is for those who manage everything: a planner proposes, an auditor reads", () =>
    database.rollback(async (db) => {
      const { as } = await insertPlannedHouses(db);
      const [planner, manager, auditor] = [await as("planner"), await as("manager"), await as("auditor")];
      const id = await draftPlan(db, planner, planForm("Plan", 1_700_000_00));
      const decide = async (actor: Actor, decision: "freeze" | "approve" | "publish") =>
        decidePlan(db, actor, await seenPlan(db, actor, id), decision, now);
      expect(await decide(manager, "freeze")).toMatchObject({ refusal: "notReckoned" });
      await reckonDraft(db, planner, id);
      expect(await decide(planner, "freeze")).toMatchObject({ refusal: "notAllowed" });
      expect(await createPlan(db, auditor, planForm("Nej", 1), now)).toMatchObject({ refusal: "notAllowed" });
      expect(await decide(manager, "publish")).toMatchObject({ refusal: "wrongState" });
      expect((await decide(manager, "freeze")).ok).toBe(true);
      const money = planForm("", 0).years;
      expect(await setPlanMoney(db, planner, await seenPlan(db, planner, id), money)).toMatchObject({
        refusal: "notDraft",
      });
      expect((await reckonDraft(db, planner, id)).kept).toBe(false);
    }));

  test("one plan is published; its works are planned for their years, and those of the one before wait again", () =>
    database.rollback(async (db) => {
      const { as } = await insertPlannedHouses(db);
      const manager = await as("manager");
      const publish = async (form: PlanForm) => {
        const id = await draftPlan(db, manager, form);
        await reckonDraft(db, manager, id);
        for (const decision of ["freeze", "approve", "publish"] as const)
          expect((await decidePlan(db, manager, await seenPlan(db, manager, id), decision, now)).ok).toBe(
            true,
          );
        return id;
      };
      const works = async () => [
        ...(await db.execute<{ state: string; year: number | null }>(
          sql`select state, planned_year as year from work order by number`,
        )),
      ];
      const first = await publish(planForm("Første", 1_700_000_00));
      expect(await works()).toEqual([2027, 2027, 2028].map((year) => ({ state: "planned", year })));
      await publish(planForm("Anden", 0));
      expect(await works()).toEqual([null, null, null].map((year) => ({ state: "proposed", year })));
      expect((await getPlanVersion(db, manager.organisationId, first))!.state).toBe("withdrawn");
    }));
});
