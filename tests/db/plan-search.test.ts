import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { raiseBound } from "#db/commands/plan/keep-reckoning.ts";
import {
  cancelRun,
  endRun,
  failLostRuns,
  LOST_AFTER_MS,
  noteRun,
  startRun,
} from "#db/commands/plan/run-plan.ts";
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

describe("A search for a better plan", () => {
  test("is one at a time, is cancelled, and is failed where nobody has heard of it", () =>
    database.rollback(async (db) => {
      const { as } = await insertPlannedHouses(db);
      const planner = await as("planner");
      const id = await draftPlan(db, planner, planForm("Plan", 1_700_000_00));
      const start = async (at: Date) => startRun(db, planner, await seenPlan(db, planner, id), 60, at);
      expect(await start(now)).toMatchObject({ refusal: "notReckoned" });
      await reckonDraft(db, planner, id);
      const run = await start(now);
      if (!run.ok) throw new Error(run.refusal);
      expect(await start(now)).toMatchObject({ refusal: "isRunning" });
      const news = { bestOre: 1.4, boundOre: null, seconds: 1 };
      expect(await noteRun(db, run.value, news, now)).toBe("goOn");
      expect((await cancelRun(db, planner, id, now)).ok).toBe(true);
      expect(await noteRun(db, run.value, news, now)).toBe("cancel");
      await endRun(db, run.value, { state: "cancelled", bestOre: null, boundOre: 3 }, now);
      expect((await start(now)).ok).toBe(true);
      const later = new Date(now.getTime() + LOST_AFTER_MS + 1);
      await failLostRuns(db, planner.organisationId, later);
      const states = await db.execute<{ state: string }>(sql`select state from plan_run order by id`);
      expect(states.map(({ state }) => state)).toEqual(["cancelled", "failed"]);
    }));

  test("that finds nothing better may prove the plan closer to the best, if it is still of the same works", () =>
    database.rollback(async (db) => {
      const { as } = await insertPlannedHouses(db);
      const planner = await as("planner");
      const id = await draftPlan(db, planner, planForm("Plan", 0));
      const { question, reckoned } = await reckonDraft(db, planner, id);
      const { version } = await seenPlan(db, planner, id);
      const boundOf = async () => {
        const [row] = await db.execute<{ bound: number }>(
          sql`select bound_ore as bound from plan where id = ${id}`,
        );
        return row!.bound;
      };
      const raise = (asked: typeof question, boundOre: number) =>
        raiseBound(db, planner.organisationId, { planId: id, version, question: asked }, boundOre);
      await db.execute(sql`update plan set bound_ore = 100 where id = ${id}`);
      await raise({ ...question, works: question.works.slice(1) }, 200);
      expect(await boundOf()).toBe(100);
      await raise(question, 200.7);
      expect(await boundOf()).toBe(200);
      await raise(question, 150);
      expect(await boundOf()).toBe(200);
      await raise(question, reckoned.totalOre * 2);
      expect(await boundOf()).toBe(reckoned.totalOre);
    }));
});
