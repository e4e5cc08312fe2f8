import { BestFirst } from "./best-first.ts";
import { PlanInMaking } from "./plan-in-making.ts";
import type { LaidOut } from "./plan-problem.ts";

/** Works of one building to be done in one year under one site, and what they bring for the money. */
export interface Package {
  works: readonly number[];
  year: number;
  /** What doing them that year saves against never, set-up paid, discounted øre. */
  savedOre: number;
  spendOre: number;
  /** Saved øre for each øre spent. */
  yield: number;
}

/** A plan and the packages it was made of, in the order they were chosen. */
export interface GreedyPlan {
  plan: PlanInMaking;
  packages: Package[];
}

/** What a work saves in a year against being left out, dearer by `price` for each øre it takes of that year's budget. */
const saved = (laid: LaidOut, work: number, year: number): number =>
  laid.never[work]! - laid.burden[work]![year]!;

/**
 * The best package of a building in a year: its free works by yield, as many of them as raise the yield of the whole,
 * the site set-up shared by all. Null where nothing pays or fits.
 */
export function bestPackage(plan: PlanInMaking, works: readonly number[], year: number): Package | null {
  const { laid } = plan;
  const worth = works
    .filter((work) => plan.isFree(work) && saved(laid, work, year) > 0)
    .map((work) => ({ work, saved: saved(laid, work, year), spend: laid.spend[work]![year]! }))
    .sort((a, b) => b.saved / b.spend - a.saved / a.spend || a.work - b.work);
  if (worth.length === 0) return null;
  const setup = plan.setupOf(worth[0]!.work, year);
  let best: Package | null = null;
  let savedOre = -setup * laid.factor[year]!;
  let spendOre = setup;
  const taken: number[] = [];
  for (const { work, saved: gain, spend } of worth) {
    if (!plan.fits([...taken, work], year)) continue;
    taken.push(work);
    savedOre += gain;
    spendOre += spend;
    if (!best || savedOre / spendOre > best.yield)
      best = { works: [...taken], year, savedOre, spendOre, yield: savedOre / spendOre };
  }
  return best && best.savedOre > 0 ? best : null;
}

/**
 * The plan by building packages: year by year, the package that saves most for its money goes first, until nothing fits.
 * Whole buildings thus share one site set-up. Returns the plan and the packages in the order they were chosen, which is
 * what explains it. @example packageGreedy(layOut(problem)).packages[0]
 */
export function packageGreedy(laid: LaidOut): GreedyPlan {
  const plan = new PlanInMaking(laid);
  const packages: Package[] = [];
  for (let year = 0; year < laid.problem.years.length; year += 1) fillYear(plan, year, packages);
  return { plan, packages };
}

/** Fills one year with packages, the best first. A package waits in the queue as it was found; what fitted then may not any
 *  more when its turn comes, and is found anew. */
export function fillYear(plan: PlanInMaking, year: number, packages: Package[]): void {
  const buildings = [...plan.laid.worksOf.values()];
  const queue = new BestFirst<Package>();
  const refresh = (building: number) => {
    const found = bestPackage(plan, buildings[building]!, year);
    if (found) queue.push({ rank: building, worth: found.yield, item: found });
  };
  buildings.forEach((_, building) => refresh(building));
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (plan.fits(next.item.works, year)) {
      plan.put(next.item.works, year);
      packages.push(next.item);
    }
    refresh(next.rank);
  }
}
