import { riskOfWork, type OpenWork } from "./open-work.ts";
import { PlanInMaking } from "./plan-in-making.ts";
import { layOut, type PlanProblem } from "./plan-problem.ts";

/** The problem with what comes before all ranking already in its place. */
export interface SettledProblem {
  problem: PlanProblem;
  /** Pins that their year cannot pay, by work id: they are out of the plan, and it says so. */
  unpaid: string[];
  /** Demanded works that no year could pay whole. */
  unplaced: string[];
}

/**
 * Puts works that an authority demands, or that lives hang on, into the first year that can pay them, the gravest first
 * and after what people have pinned. They are pinned from then on, so that whatever plans the rest leaves them alone.
 */
export function placeDemanded(problem: PlanProblem, works: readonly OpenWork[]): SettledProblem {
  const plan = new PlanInMaking(layOut(problem));
  const demanded = works
    .map((work, index) => ({ work, index }))
    .filter(({ work, index }) => work.isDemanded && plan.isFree(index))
    .sort((a, b) => riskOfWork(b.work) - riskOfWork(a.work) || a.work.costOre - b.work.costOre);
  const pinned: Record<string, number> = { ...problem.pinned };
  const unplaced: string[] = [];
  for (const { work, index } of demanded) {
    const year = problem.years.findIndex((_, at) => plan.fits([index], at));
    if (year < 0) unplaced.push(work.id);
    else {
      plan.put([index], year);
      pinned[work.id] = year;
    }
  }
  const unpaid = plan.unpaid.map((index) => problem.works[index]!.id);
  for (const id of unpaid) delete pinned[id];
  return {
    problem: { ...problem, pinned, forbidden: [...problem.forbidden, ...unpaid] },
    unpaid,
    unplaced,
  };
}
