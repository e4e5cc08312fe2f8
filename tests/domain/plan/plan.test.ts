import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluatePlan, isFeasible } from "#domain/plan/evaluate-plan.ts";
import { packageGreedy } from "#domain/plan/package-greedy.ts";
import { layOut, type PlanProblem } from "#domain/plan/plan-problem.ts";
import { pricedPlan } from "#domain/plan/priced-plan.ts";
import { workGreedy } from "#domain/plan/work-greedy.ts";
import { everyPlan, smallProblem } from "./problems.ts";

const years = 3;

/** A plan's pins may cost more than there is; then it is told, and the law speaks of the rest. */
const withoutUnpaidPins = (problem: PlanProblem): PlanProblem => {
  const unpaid = new Set(packageGreedy(layOut(problem)).plan.unpaid.map((work) => problem.works[work]!.id));
  return {
    ...problem,
    pinned: Object.fromEntries(Object.entries(problem.pinned).filter(([id]) => !unpaid.has(id))),
  };
};

test("no year ever spends more than it has, pinned stays pinned and forbidden stays out, whoever plans", () => {
  fc.assert(
    fc.property(smallProblem(12, years), (drawn) => {
      const laid = layOut(withoutUnpaidPins(drawn));
      for (const plan of [packageGreedy(laid).plan.year, workGreedy(laid).year, pricedPlan(laid).plan])
        expect(isFeasible(laid, plan)).toBe(true);
    }),
  );
});

test("the bound is below every plan there is, and the priced plan no worse than the packages", () => {
  fc.assert(
    fc.property(smallProblem(5, years), (drawn) => {
      const laid = layOut(withoutUnpaidPins(drawn));
      const costs = [...everyPlan(laid.problem.works.length, years)]
        .filter((plan) => isFeasible(laid, plan))
        .map((plan) => evaluatePlan(laid, plan).totalOre);
      const best = Math.min(...costs);
      const priced = pricedPlan(laid);
      expect(priced.boundOre).toBeLessThanOrEqual(best + 0.1);
      expect(priced.totalOre).toBeGreaterThanOrEqual(best - 0.1);
      expect(priced.totalOre).toBeLessThanOrEqual(evaluatePlan(laid, packageGreedy(laid).plan.year).totalOre);
    }),
    { numRuns: 60 },
  );
});

test("money set aside for what hardly any work may use loosens no bound", () => {
  const laidOut = (energyOre: number) => {
    const budget = { budgetOre: 1_000, earmarksOre: { energy: energyOre } };
    const works = [...Array(12).keys()].map((index) => ({
      ...{ id: `w${index}`, buildingId: `b${index}`, costOre: 200, growth: 0.06, yearlyDamageOre: 20 },
      earmark: index === 0 ? "energy" : null,
    }));
    return layOut({ ...shared, works, setupOre: {}, years: [budget, budget] });
  };
  const [free, bound] = [pricedPlan(laidOut(0), { rounds: 80 }), pricedPlan(laidOut(900), { rounds: 80 })];
  expect(bound.boundOre).toBeGreaterThan(free.boundOre);
  const gap = ({ totalOre, boundOre }: typeof free) => (totalOre - boundOre) / totalOre;
  expect(gap(bound)).toBeLessThan(0.03);
});

const shared: PlanProblem = {
  works: [
    { id: "roof", buildingId: "school", costOre: 400, growth: 0.06, yearlyDamageOre: 160, earmark: null },
    { id: "windows", buildingId: "school", costOre: 300, growth: 0.06, yearlyDamageOre: 140, earmark: null },
    { id: "gutter", buildingId: "library", costOre: 200, growth: 0.06, yearlyDamageOre: 120, earmark: null },
  ],
  setupOre: { school: 200, library: 200 },
  years: [
    { budgetOre: 900, earmarksOre: {} },
    { budgetOre: 900, earmarksOre: {} },
  ],
  discount: 0.035,
  pinned: {},
  forbidden: [],
};

test("works of one building go together, so that the site is set up once", () => {
  const laid = layOut(shared);
  const { plan, packages } = packageGreedy(laid);
  expect(plan.year.slice(0, 2)).toEqual([0, 0]);
  expect(packages[0]).toMatchObject({
    works: expect.arrayContaining([0, 1]) as number[],
    year: 0,
    spendOre: 900,
  });
  expect(evaluatePlan(laid, plan.year).setups).toBe(1);
});

test("a budget of zero plans nothing and says what that costs", () => {
  const laid = layOut({ ...shared, years: [{ budgetOre: 0, earmarksOre: {} }] });
  const { plan } = packageGreedy(laid);
  expect(plan.year).toEqual([null, null, null]);
  expect(evaluatePlan(laid, plan.year).totalOre).toBeCloseTo((900 * 1.06 + 160 + 140 + 120) / 1.035);
});

test("an earmark pays for its own works and for no one else's", () => {
  const earmarked = { ...shared, years: [{ budgetOre: 500, earmarksOre: { energy: 500 } }] };
  expect(packageGreedy(layOut(earmarked)).plan.year).toEqual([null, null, null]);
  const works = shared.works.map((work) => ({ ...work, earmark: "energy" }));
  const free = { ...earmarked, works, setupOre: {} };
  expect(packageGreedy(layOut(free)).plan.year.filter((year) => year !== null).length).toBeGreaterThan(0);
});

test("a pin that the year cannot pay is told, not hidden", () => {
  const { plan } = packageGreedy(
    layOut({ ...shared, pinned: { roof: 0 }, years: [{ budgetOre: 100, earmarksOre: {} }] }),
  );
  expect(plan.unpaid).toEqual([0]);
});
