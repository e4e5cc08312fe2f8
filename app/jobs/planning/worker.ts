import { parentPort, workerData } from "node:worker_threads";
import { evaluatePlan } from "#domain/plan/evaluate-plan.ts";
import { packageGreedy } from "#domain/plan/package-greedy.ts";
import { planModel } from "#domain/plan/plan-model.ts";
import { pricedPlan } from "#domain/plan/priced-plan.ts";
import { describePlan, preparePlan, reckonPlan } from "#domain/plan/reckon-plan.ts";
import { runSolver } from "../optimiser/run-solver.ts";
import type { PlanAnswer, PlanTask } from "./task.ts";

/* One task, one thread: thousands of works take a second or more, which the server has no time to stand still for. */

const post = (answer: PlanAnswer) => parentPort!.postMessage(answer);
const cancelled = new AbortController();
parentPort!.on("message", () => cancelled.abort());

/** The solver reckons in millions of kroner. */
const oreAMillion = 1e8;
const toOre = (millions: number | null): number | null => (millions === null ? null : millions * oreAMillion);

async function solve({ question, secondsAtMost }: PlanTask & { kind: "solve" }): Promise<PlanAnswer> {
  const prepared = preparePlan(question);
  const { laid } = prepared;
  const startedAt = performance.now();
  const packages = packageGreedy(laid);
  const priced = pricedPlan(laid, { packages });
  // The solver first prepares its model, for minutes where there are thousands of works: what prices found is shown until then.
  const tell = (best: number | null, bound: number | null) =>
    post({
      kind: "progress",
      progress: {
        best: Math.min(best ?? Infinity, priced.totalOre),
        bound: Math.max(bound ?? -Infinity, priced.boundOre),
        seconds: (performance.now() - startedAt) / 1000,
      },
    });
  tell(null, null);
  const model = planModel(laid);
  const solved = await runSolver(model.model, {
    ...{ start: model.startFrom(priced.plan), gapAtMost: 0.0005, signal: cancelled.signal },
    secondsAtMost: Math.max(1, secondsAtMost - (performance.now() - startedAt) / 1000),
    onProgress: ({ best, bound }) => tell(toOre(best), toOre(bound)),
  });
  const boundOre = Math.max(priced.boundOre, toOre(solved.bound) ?? -Infinity);
  const found = [priced.plan, ...(solved.values ? [model.read(solved.values)] : [])]
    .map((plan) => ({ plan, ore: evaluatePlan(laid, plan).totalOre }))
    .sort((a, b) => a.ore - b.ore)[0]!;
  const isBetter = found.ore < evaluatePlan(laid, packages.plan.year).totalOre;
  const reckoned = isBetter ? describePlan(question, prepared, found.plan, boundOre) : null;
  return { kind: "answered", reckoned, boundOre };
}

function answer(task: PlanTask): PlanAnswer | Promise<PlanAnswer> {
  if (task.kind === "solve") return solve(task);
  const { question, method, rounds } = task;
  const reckoned = reckonPlan(question, { method, rounds });
  return { kind: "answered", reckoned, boundOre: reckoned.boundOre };
}

try {
  post(await answer(workerData as PlanTask));
} catch (error) {
  post({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
}
