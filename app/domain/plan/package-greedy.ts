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
export function packageGreedy(laid: LaidOut): { plan: PlanInMaking; packages: Package[] } {
  const plan = new PlanInMaking(laid);
  const packages: Package[] = [];
  for (let year = 0; year < laid.problem.years.length; year += 1) fillYear(plan, year, packages);
  return { plan, packages };
}

export function fillYear(plan: PlanInMaking, year: number, packages: Package[]): void {
  const candidates = new Map<string, Package>();
  const refresh = (building: string, works: readonly number[]) => {
    const found = bestPackage(plan, works, year);
    if (found) candidates.set(building, found);
    else candidates.delete(building);
  };
  for (const [building, works] of plan.laid.worksOf) refresh(building, works);
  for (;;) {
    let chosen: [string, Package] | null = null;
    for (const entry of candidates) if (!chosen || entry[1].yield > chosen[1].yield) chosen = entry;
    if (!chosen) return;
    const [building, found] = chosen;
    // What fitted when it was found may not any more, now that others have been paid.
    if (plan.fits(found.works, year)) {
      plan.put(found.works, year);
      packages.push(found);
    }
    refresh(building, plan.laid.worksOf.get(building)!);
  }
}
