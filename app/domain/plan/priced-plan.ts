import { evaluatePlan } from "./evaluate-plan.ts";
import { packageGreedy, fillYear, type GreedyPlan, type Package } from "./package-greedy.ts";
import { PlanInMaking } from "./plan-in-making.ts";
import {
  lengthOf,
  moved,
  pricesFor,
  withoutRelief,
  worthOf,
  type Excess,
  type PlanPrices,
} from "./plan-prices.ts";
import type { Assignment, LaidOut } from "./plan-problem.ts";
import { cheapestChoice, type BuildingChoice } from "./priced-choice.ts";

/** A plan with what it costs, how good any plan could be at best, and what a krone of each year is worth. */
export interface PricedPlan {
  plan: Assignment;
  totalOre: number;
  /** No plan costs less than this, discounted øre. */
  boundOre: number;
  /** What one more øre of a year's budget would save, in discounted øre: why one building goes before another. */
  prices: number[];
}

interface Priced {
  choices: Map<string, BuildingChoice>;
  boundOre: number;
  /** What the choices would spend beyond each year's budget, and purses have beyond their works (less where negative). */
  excess: Excess;
}

/** Lets every building choose for itself at the prices. What they cost together, less what the budgets are worth, is a
 *  bound below every plan (Lagrangian relaxation of the budgets). */
function chooseAll(laid: LaidOut, prices: PlanPrices): Priced {
  const { years, setupOre } = laid.problem;
  const choices = new Map<string, BuildingChoice>();
  const common = Float64Array.from(years, ({ budgetOre }) => -budgetOre);
  const own = [...prices.relief.keys()].map(
    (name) => [name, Float64Array.from(years, ({ earmarksOre }) => earmarksOre[name] ?? 0)] as const,
  );
  const relief = new Map(own);
  let boundOre = -worthOf(prices, years);
  for (const [building, works] of laid.worksOf) {
    const choice = cheapestChoice(laid, building, works, prices);
    choices.set(building, choice);
    boundOre += choice.totalOre;
    choice.years.forEach((year, index) => {
      if (year === null) return;
      const work = works[index]!;
      const spendOre = laid.spend[work]![year]!;
      common[year]! += spendOre;
      const purse = relief.get(laid.problem.works[work]!.earmark ?? "");
      if (purse) purse[year]! -= spendOre;
    });
    for (const year of new Set(choice.years)) if (year !== null) common[year]! += setupOre[building] ?? 0;
  }
  return { choices, boundOre, excess: { common, relief } };
}

/** The packages that buildings chose, each with what it saves beyond the price of its money. */
function packagesOf(laid: LaidOut, choices: Map<string, BuildingChoice>, prices: PlanPrices): Package[] {
  return [...choices].flatMap(([building, choice]) => {
    const works = laid.worksOf.get(building)!;
    const years = [...new Set(choice.years)].filter((year) => year !== null);
    return years.map((year) => {
      const inYear = works.filter((_, index) => choice.years[index] === year);
      const setup = laid.problem.setupOre[building] ?? 0;
      const spendOre = inYear.reduce((sum, work) => sum + laid.spend[work]![year]!, setup);
      const gain = inYear.reduce((sum, work) => sum + laid.never[work]! - laid.burden[work]![year]!, 0);
      const paid = inYear.reduce((sum, work) => {
        const price = pricesFor(prices, laid.problem.works[work]!.earmark);
        return sum + price[year]! * laid.spend[work]![year]!;
      }, setup * prices.common[year]!);
      const savedOre = gain - setup * laid.factor[year]! - paid;
      return { works: inYear, year, savedOre, spendOre, yield: savedOre / spendOre };
    });
  });
}

/** A plan that can be paid: what buildings chose, the most saving first, and then what still fits. */
function payable(laid: LaidOut, packages: Package[]): PlanInMaking {
  const plan = new PlanInMaking(laid);
  for (const { works, year } of packages.sort((a, b) => b.yield - a.yield || a.works[0]! - b.works[0]!)) {
    const free = works.filter((work) => plan.isFree(work));
    if (free.length > 0 && plan.fits(free, year)) plan.put(free, year);
  }
  for (let year = 0; year < laid.problem.years.length; year += 1) fillYear(plan, year, []);
  return plan;
}

/** A plan that can be paid takes ten times as long to make as prices to move, and hardly differs from round to round. */
const roundsAPlan = 5;

export interface PricingOptions {
  rounds?: number;
  /** The packages to start from, where they are made already. */
  packages?: GreedyPlan;
  /** Whether better plans are looked for on the way; without it only the bound is proven, in a fifth of the time. */
  plans?: boolean;
}

/** What the last package of each year saved for its money: about what a krone of that year is worth. */
function firstPrices(laid: LaidOut, packages: readonly Package[]): Float64Array {
  const prices = new Float64Array(laid.problem.years.length);
  for (const { year, yield: last } of packages) prices[year] = last;
  return prices;
}

/**
 * Plans by what money is worth: prices are moved until what buildings choose agrees with the budgets, and the best plan
 * met on the way is kept. Starts from the package-greedy plan and is never worse. Deterministic: the same problem and
 * rounds, the same plan. Source: Held, Wolfe and Crowder's subgradient method with Polyak's step.
 */
export function pricedPlan(laid: LaidOut, options: PricingOptions = {}): PricedPlan {
  const { rounds = 40, packages = packageGreedy(laid), plans = true } = options;
  let prices = withoutRelief(firstPrices(laid, packages.packages), laid.problem.years);
  let best: Assignment = packages.plan.year;
  let totalOre = evaluatePlan(laid, best).totalOre;
  let boundOre = -Infinity;
  let bestPrices = [...prices.common];
  let pace = 1;
  for (let round = 0; round < rounds; round += 1) {
    const priced = chooseAll(laid, prices);
    if (priced.boundOre > boundOre) {
      boundOre = priced.boundOre;
      bestPrices = [...prices.common];
    } else pace *= 0.9;
    if (plans && round % roundsAPlan === 0) {
      const plan = payable(laid, packagesOf(laid, priced.choices, prices)).year;
      const value = evaluatePlan(laid, plan).totalOre;
      if (value < totalOre) [best, totalOre] = [plan, value];
    }
    const length = lengthOf(prices, priced.excess);
    if (length === 0 || totalOre - priced.boundOre <= 0) break;
    const step = (pace * (totalOre - priced.boundOre)) / length;
    prices = moved(prices, priced.excess, step);
  }
  return { plan: best, totalOre, boundOre, prices: bestPrices };
}
