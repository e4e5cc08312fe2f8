import { buildingPackages, type BuildingPackage } from "./building-packages.ts";
import { evaluatePlan } from "./evaluate-plan.ts";
import { asPlanWork, waitingRatesOf } from "./open-work.ts";
import { packageGreedy } from "./package-greedy.ts";
import { placeDemanded, type SettledProblem } from "./place-demanded.ts";
import { layOut, type Assignment, type LaidOut, type PlanProblem } from "./plan-problem.ts";
import type { Piecemeal, PlacedWork, PlanQuestion, PlanYearFigures, ReckonedPlan } from "./plan-question.ts";
import { planStates } from "./plan-states.ts";
import { pricedPlan } from "./priced-plan.ts";
import { workGreedy } from "./work-greedy.ts";

export const reckonings = ["package", "priced"] as const;
export type Reckoning = (typeof reckonings)[number];

/** The problem of a plan with what bypasses all ranking in its place, costs laid out. */
export interface PreparedPlan extends SettledProblem {
  laid: LaidOut;
}

/** A pin outside the plan's years leaves the work out: it is somewhere else, and not in this plan. */
export function preparePlan(question: PlanQuestion): PreparedPlan {
  const { works, years, firstYear, choices } = question;
  const rates = waitingRatesOf(question.rates);
  const purses = new Set(years.flatMap(({ earmarksOre }) => Object.keys(earmarksOre)));
  const pinned: Record<string, number> = {};
  const forbidden: string[] = [];
  for (const { id, orderedYear } of works) {
    const chosen = orderedYear ?? choices[id];
    if (chosen === undefined) continue;
    const year = chosen === null ? -1 : chosen - firstYear;
    if (year >= 0 && year < years.length) pinned[id] = year;
    else forbidden.push(id);
  }
  const problem: PlanProblem = {
    works: works.map((work) => asPlanWork(work, rates, purses)),
    setupOre: Object.fromEntries(works.map(({ buildingId }) => [buildingId, question.rates.siteSetupOre])),
    ...{ years, discount: rates.discount, pinned, forbidden },
  };
  const settled = placeDemanded(problem, works);
  return { ...settled, laid: layOut(settled.problem) };
}

/**
 * Reckons a plan: what is demanded first, then whole buildings by what they save for the money (or by prices), and what
 * the years come to. Deterministic. `rounds` is how long the bound is sharpened.
 * @example reckonPlan(question, { method: "package" }).result.years[0]?.spentOre
 */
export function reckonPlan(
  question: PlanQuestion,
  { method = "package", rounds = 25 }: { method?: Reckoning; rounds?: number } = {},
): ReckonedPlan {
  const prepared = preparePlan(question);
  const packages = packageGreedy(prepared.laid);
  const priced = pricedPlan(prepared.laid, { packages, rounds, plans: method === "priced" });
  const plan = method === "priced" ? priced.plan : packages.plan.year;
  return describePlan(question, prepared, plan, priced.boundOre);
}

/** A plan that someone has found, with all that is said of it. */
export function describePlan(
  question: PlanQuestion,
  { laid, unpaid, unplaced, problem }: PreparedPlan,
  plan: Assignment,
  boundOre: number,
): ReckonedPlan {
  const packages = buildingPackages(laid, plan);
  const [start, ...ends] = planStates(question, laid, plan);
  const totalOre = Math.round(evaluatePlan(laid, plan).totalOre);
  const demanded = question.works
    .filter(({ id, isDemanded }) => isDemanded && id in problem.pinned && question.choices[id] === undefined)
    .map(({ id }) => id);
  return {
    works: placedWorks(question, laid, plan, packages),
    result: {
      ...{ start: start!, unpaid, unplaced, demanded },
      years: yearFigures(question, laid, packages).map((figures, year) => ({ ...figures, end: ends[year]! })),
      nothingOre: Math.round(laid.never.reduce((sum, ore) => sum + ore, 0)),
      piecemeal: piecemealOf(laid),
    },
    totalOre,
    boundOre: Math.min(totalOre, Math.round(boundOre)),
  };
}

/** What a work takes of its year, in whole øre: rounded down, so that a year never comes to more than it has. */
const costOf = (laid: LaidOut, work: number, year: number): number => Math.floor(laid.spend[work]![year]!);

function placedWorks(
  { works, firstYear, years, choices }: PlanQuestion,
  laid: LaidOut,
  plan: Assignment,
  packages: readonly BuildingPackage[],
): PlacedWork[] {
  const packageOf = new Map(packages.flatMap((found) => found.works.map((work) => [work, found] as const)));
  return works.map(({ id, buildingId, costOre, condition, consequence }, work) => {
    const year = plan[work] ?? null;
    const own = packageOf.get(work);
    return {
      ...{ workId: id, buildingId, year: year === null ? null : firstYear + year, todayOre: costOre },
      costOre: costOf(laid, work, year ?? years.length),
      ...{ condition, consequence, packageRank: own?.rank ?? null, packageYield: own?.yield ?? null },
      isPinned: year !== null && choices[id] !== undefined && choices[id] !== null,
    };
  });
}

function yearFigures(
  { years, firstYear, works }: PlanQuestion,
  laid: LaidOut,
  packages: readonly BuildingPackage[],
): Omit<PlanYearFigures, "end">[] {
  return years.map(({ budgetOre }, year) => {
    const own = packages.filter((found) => found.year === year);
    const byAdministration: Record<string, number> = {};
    let [worksOre, setupOre, count] = [0, 0, 0];
    for (const found of own) {
      const cost = found.works.reduce((sum, work) => sum + costOf(laid, work, year), 0);
      const administration = works[found.works[0]!]!.administration ?? "";
      byAdministration[administration] = (byAdministration[administration] ?? 0) + cost + found.setupOre;
      worksOre += cost;
      setupOre += found.setupOre;
      count += found.works.length;
    }
    const spentOre = worksOre + setupOre;
    return {
      ...{ year: firstYear + year, budgetOre, worksOre, setupOre, spentOre, leftOre: budgetOre - spentOre },
      ...{ works: count, buildings: own.length, byAdministration },
    };
  });
}

function piecemealOf(laid: LaidOut): Piecemeal {
  const plan = workGreedy(laid).year;
  const packages = buildingPackages(laid, plan);
  const worksOre = plan.reduce<number>(
    (sum, year, work) => sum + (year === null ? 0 : costOf(laid, work, year)),
    0,
  );
  return {
    totalOre: Math.round(evaluatePlan(laid, plan).totalOre),
    works: plan.filter((year) => year !== null).length,
    worksOre,
    setupOre: packages.reduce((sum, found) => sum + found.setupOre, 0),
  };
}
