import { parseArgs } from "node:util";
import { runSolver } from "#app/jobs/optimiser/run-solver.ts";
import { evaluatePlan } from "#domain/plan/evaluate-plan.ts";
import { packageGreedy } from "#domain/plan/package-greedy.ts";
import { planModel } from "#domain/plan/plan-model.ts";
import { layOut, type Assignment } from "#domain/plan/plan-problem.ts";
import { pricedPlan } from "#domain/plan/priced-plan.ts";
import { workGreedy } from "#domain/plan/work-greedy.ts";
import { drawPlanProblem } from "./bench/draw-plan-problem.ts";

/**
 * How good plans are, as one line of JSON: packages, single works and prices against the best bound that is proven.
 * Gaps are fractions; of the avoidable cost is the gap over what the best plan could save at most.
 */
const { values } = parseArgs({
  options: {
    works: { type: "string", default: "2000" },
    buildings: { type: "string", default: "600" },
    years: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
    seconds: { type: "string", default: "60" },
    rounds: { type: "string", default: "150" },
  },
});
const size = { works: +values.works, buildings: +values.buildings, years: +values.years, seed: +values.seed };
const laid = layOut(drawPlanProblem(size));

function timed<Value>(work: () => Value): { value: Value; seconds: number } {
  const startedAt = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - startedAt) / 1000 };
}

const ore = (plan: Assignment) => evaluatePlan(laid, plan).totalOre;
timed(() => packageGreedy(laid)); // what runs first is slower than what users meet
const greedy = timed(() => packageGreedy(laid).plan.year);
const priced = timed(() => pricedPlan(laid, { rounds: +values.rounds }));
const { model, startFrom } = planModel(laid);
const solved = await runSolver(model, {
  start: startFrom(priced.value.plan),
  secondsAtMost: +values.seconds,
  gapAtMost: 0.0005,
});
const million = 1e8;
const solverBoundOre = (solved.bound ?? -Infinity) * million;
const boundOre = Math.max(solverBoundOre, priced.value.boundOre);
const nothingOre = ore(laid.problem.works.map(() => null));
const gap = (cost: number) => (cost - boundOre) / boundOre;
const greedyOre = ore(greedy.value);
const workGreedyOre = ore(workGreedy(laid).year);
console.log(
  JSON.stringify({
    ...{ greedyOre, workGreedyOre, boundOre, gapGreedy: gap(greedyOre), gapWorkGreedy: gap(workGreedyOre) },
    gapOfAvoidable: (greedyOre - boundOre) / (nothingOre - boundOre),
    ...{ secondsGreedy: greedy.seconds, secondsSolver: solved.seconds },
    ...{ pricedOre: priced.value.totalOre, gapPriced: gap(priced.value.totalOre) },
    ...{ secondsPriced: priced.seconds, pricedBoundOre: priced.value.boundOre, solverBoundOre },
    solverOre: solved.best === null ? null : solved.best * million,
    gapSolver: solved.best === null ? null : gap(solved.best * million),
  }),
);
