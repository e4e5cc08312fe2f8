import { expect, test } from "vitest";
import { decidePlan } from "#db/commands/plan/decide-plan.ts";
import { copyPlan } from "#db/commands/plan/write-plan.ts";
import { getPlan } from "#db/queries/plan/get-plan.ts";
import { listPackages, listPlanPoints } from "#db/queries/plan/list-packages.ts";
import { listMovedWorks, listPlanWorks } from "#db/queries/plan/list-plan-works.ts";
import { listPlans } from "#db/queries/plan/list-plans.ts";
import { useDatabase } from "../helpers/database.ts";
import {
  draftPlan,
  insertPlannedHouses,
  planForm,
  reckonDraft,
  seenPlan,
} from "../helpers/planned-houses.ts";

const database = useDatabase();
const now = new Date("2026-11-20T10:00:00Z");
const cut = { from: 0, limit: 10 };

test("an administration reads what is decided, of its own buildings; drafts are for those who make them", () =>
  database.rollback(async (db) => {
    const { small, as } = await insertPlannedHouses(db);
    const manager = await as("manager");
    const id = await draftPlan(db, manager, planForm("Plan", 1_700_000_00));
    await reckonDraft(db, manager, id);
    const own = small.as("administrationUser", { administrationIds: [small.buf] });
    const other = small.as("administrationUser", { administrationIds: [small.sof] });
    const search = { year: 2027, administration: null, q: "", building: null };
    expect(await getPlan(db, own, id)).toBeNull();
    expect(await listPlans(db, own)).toEqual([]);
    expect((await listPackages(db, own, id, search, cut)).items).toEqual([]);
    for (const decision of ["freeze", "approve"] as const)
      await decidePlan(db, manager, await seenPlan(db, manager, id), decision, now);
    const whole = await listPackages(db, manager, id, search, cut);
    expect(whole).toMatchObject({ total: 1, works: 2, costOre: 1_400_000_00 });
    expect(whole.items[0]).toMatchObject({ buildingId: small.daycare, rank: 1 });
    expect(whole.items[0]!.works).toHaveLength(2);
    expect((await listPackages(db, own, id, search, cut)).items).toEqual(whole.items);
    expect((await listPackages(db, manager, id, { ...search, q: "findes ikke" }, cut)).total).toBe(0);
    expect((await listPlans(db, own)).map(({ name }) => name)).toEqual(["Plan"]);
    expect((await listPackages(db, other, id, search, cut)).items).toEqual([]);
    expect(await listPlanPoints(db, other, id, search)).toEqual([]);
    expect(
      (await listPlanWorks(db, other, id)).filter(({ buildingId }) => buildingId === small.daycare),
    ).toEqual([]);
  }));

test("plans side by side tell which works moved, each with its year in every plan", () =>
  database.rollback(async (db) => {
    const { as } = await insertPlannedHouses(db);
    const planner = await as("planner");
    const id = await draftPlan(db, planner, planForm("Plan", 1_700_000_00));
    await reckonDraft(db, planner, id);
    const copy = await copyPlan(db, planner, { id, name: "Ens" }, now);
    if (!copy.ok) throw new Error(copy.refusal);
    expect(await listMovedWorks(db, planner, [id, copy.value], 10)).toEqual({ items: [], total: 0 });
    const nothing = await draftPlan(db, planner, planForm("Intet", 0));
    await reckonDraft(db, planner, nothing);
    const moved = await listMovedWorks(db, planner, [nothing, id], 10);
    expect(moved.total).toBe(3);
    expect(moved.items.map(({ years }) => years)).toEqual([
      [null, 2027],
      [null, 2028],
      [null, 2027],
    ]);
  }));
