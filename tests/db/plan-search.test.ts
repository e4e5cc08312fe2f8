import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
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
});
