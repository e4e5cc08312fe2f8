import { Random } from "#db/demo/random.ts";
import { usualWaitingRates } from "#domain/backlog/cost-of-waiting.ts";
import type { PlanProblem } from "#domain/plan/plan-problem.ts";

/** How many works in how many buildings over how many years, drawn from a seed; the budget covers half of it all. */
export interface PlanSize {
  works: number;
  buildings: number;
  years: number;
  seed: number;
}

/** A backlog as a city has it: many small works and few large ones, site set-ups from a sixth to a half of a mean work. */
export function drawPlanProblem({ works: count, buildings, years, seed }: PlanSize): PlanProblem {
  const source = new Random(`plan ${seed}`);
  const random = () => source.next();
  const pick = (below: number) => Math.floor(random() * below);
  const works = Array.from({ length: count }, (_, index) => {
    const costOre = Math.round(Math.exp(12 + random() * 2.5) * 100);
    const condition = ([4, 5, 6] as const)[pick(3)]!;
    const consequence = 1 + pick(5);
    return {
      ...{ id: `w${index}`, buildingId: `b${pick(buildings)}`, costOre, earmark: null },
      growth: usualWaitingRates.growth(condition),
      yearlyDamageOre: costOre * usualWaitingRates.damageChance(condition) * consequence,
    };
  });
  const whole = works.reduce((sum, { costOre }) => sum + costOre, 0);
  const setup = () => Math.round((whole / count) * (0.15 + random() * 0.4));
  return {
    works,
    setupOre: Object.fromEntries(Array.from({ length: buildings }, (_, index) => [`b${index}`, setup()])),
    years: Array.from({ length: years }, () => ({
      budgetOre: Math.round(whole / 2 / years),
      earmarksOre: {},
    })),
    ...{ discount: usualWaitingRates.discount, pinned: {}, forbidden: [] },
  };
}
