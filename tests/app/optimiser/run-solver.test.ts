import fc from "fast-check";
import { expect, test } from "vitest";
import { runSolver } from "#app/jobs/optimiser/run-solver.ts";
import type { Progress } from "#app/jobs/optimiser/question.ts";
import { ModelBuilder } from "#domain/optimise/sparse-model.ts";
import { evaluatePlan, isFeasible } from "#domain/plan/evaluate-plan.ts";
import { packageGreedy } from "#domain/plan/package-greedy.ts";
import { planModel } from "#domain/plan/plan-model.ts";
import { layOut } from "#domain/plan/plan-problem.ts";
import { pricedPlan } from "#domain/plan/priced-plan.ts";
import { drawPlanProblem } from "#scripts/bench/draw-plan-problem.ts";
import { everyPlan, smallProblem } from "../../domain/plan/problems.ts";

const million = 1e8;

test("the solver finds the best of every small plan, pins, bans and earmarks included", async () => {
  await fc.assert(
    fc.asyncProperty(smallProblem(5, 3), async (drawn) => {
      // A pin that cannot be paid leaves nothing to solve; the packages tell of it.
      fc.pre(packageGreedy(layOut(drawn)).plan.unpaid.length === 0);
      // Whole kroner: in millions, a few øre would drown in the solver's tolerances.
      const laid = layOut(inKroner(drawn));
      const { model, startFrom, read } = planModel(laid);
      const best = Math.min(
        ...[...everyPlan(laid.problem.works.length, 3)]
          .filter((plan) => isFeasible(laid, plan))
          .map((plan) => evaluatePlan(laid, plan).totalOre),
      );
      const solved = await runSolver(model, { start: startFrom(pricedPlan(laid).plan), gapAtMost: 0 });
      const plan = read(solved.values!);
      expect(evaluatePlan(laid, plan).totalOre / million).toBeCloseTo(best / million, 4);
      expect(solved.best).toBeCloseTo(best / million, 4);
    }),
    { numRuns: 12 },
  );
});

type Drawn = Parameters<typeof layOut>[0];
const factor = 100_000;
const inKroner = (problem: Drawn): Drawn => ({
  ...problem,
  works: problem.works.map((work) => ({
    ...work,
    costOre: work.costOre * factor,
    yearlyDamageOre: work.yearlyDamageOre * factor,
  })),
  setupOre: Object.fromEntries(Object.entries(problem.setupOre).map(([id, ore]) => [id, ore * factor])),
  years: problem.years.map(({ budgetOre, earmarksOre }) => ({
    budgetOre: budgetOre * factor,
    earmarksOre: { energy: earmarksOre.energy! * factor },
  })),
});

test("stopped half-way it keeps what it has, and says how far it is from the best", async () => {
  const laid = layOut(drawPlanProblem({ works: 400, buildings: 120, years: 8, seed: 7 }));
  const { model, startFrom, read } = planModel(laid);
  const start = packageGreedy(laid).plan.year;
  const stopping = new AbortController();
  const seen: Progress[] = [];
  const solved = await runSolver(model, {
    ...{ start: startFrom(start), gapAtMost: 0, signal: stopping.signal },
    onProgress: (progress) => {
      seen.push(progress);
      stopping.abort();
    },
  });
  expect(seen.length).toBeGreaterThan(0);
  expect(isFeasible(laid, read(solved.values!))).toBe(true);
  expect(solved.best! * million).toBeLessThanOrEqual(evaluatePlan(laid, start).totalOre + 1);
  // So early it may have proven nothing yet.
  expect(solved.bound ?? -Infinity).toBeLessThanOrEqual(solved.best! + 1e-6);
});

test("one that does not listen when its time is over is ended, without a solution", async () => {
  const laid = layOut(drawPlanProblem({ works: 400, buildings: 120, years: 8, seed: 7 }));
  const solved = await runSolver(planModel(laid).model, { secondsAtMost: 0.01, graceSeconds: 0 });
  expect(solved).toMatchObject({ values: null, best: null, isInfeasible: false });
});

test("what has no solution is answered without one", async () => {
  const builder = new ModelBuilder();
  const column = builder.addChoice(1);
  builder.addRow([[column, 1]], 2, 3);
  expect(await runSolver(builder.model)).toMatchObject({ values: null, best: null });
});

test("a solver that breaks down is an error, not a silence", async () => {
  const broken = { ...new ModelBuilder().model, cost: [1, 2] };
  await expect(runSolver(broken)).rejects.toThrow();
});
