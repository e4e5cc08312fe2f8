import { once } from "node:events";
import { startThread } from "#app/jobs/thread.ts";
import { runTask } from "#app/jobs/planning/run-task.ts";
import type { DemoCaseFacts, DemoCaseOptions } from "#db/demo/cases/case-facts.ts";
import type { DemoCaseRows } from "#db/demo/cases/case-rows.ts";
import type { PlanQuestion, ReckonedPlan } from "#domain/plan/plan-question.ts";

/* What of the demo takes seconds of reckoning and no database: done in threads of its own, while the database fills. */

/** What the thread that makes cases is asked. */
export type CaseTask = { facts: DemoCaseFacts; options: DemoCaseOptions };

export async function reckonBeside(question: PlanQuestion, rounds: number): Promise<ReckonedPlan> {
  const { reckoned } = await runTask({ kind: "reckon", question, rounds, method: "package" });
  return reckoned!;
}

/** The rows of `generateCases`. Rejects with what the thread threw. */
export async function generateBeside(facts: DemoCaseFacts, options: DemoCaseOptions): Promise<DemoCaseRows> {
  const task: CaseTask = { facts, options };
  const thread = startThread(new URL("./case-thread.ts", import.meta.url), task);
  const [rows] = (await once(thread, "message")) as [DemoCaseRows];
  return rows;
}
