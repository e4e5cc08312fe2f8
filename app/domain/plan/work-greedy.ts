import { PlanInMaking } from "./plan-in-making.ts";
import type { LaidOut } from "./plan-problem.ts";

/** The plan by single works, year by year, blind to shared sites: what piecemeal repair does. Shown for comparison only. */
export function workGreedy(laid: LaidOut): PlanInMaking {
  const plan = new PlanInMaking(laid);
  const order = laid.problem.works
    .map((_, work) => ({ work, yield: (laid.never[work]! - laid.burden[work]![0]!) / laid.spend[work]![0]! }))
    .filter((entry) => entry.yield > 0)
    .sort((a, b) => b.yield - a.yield || a.work - b.work);
  for (let year = 0; year < laid.problem.years.length; year += 1)
    for (const { work } of order) if (plan.isFree(work) && plan.fits([work], year)) plan.put([work], year);
  return plan;
}
