import type { Assignment, LaidOut } from "./plan-problem.ts";
import { Purse, type Amount } from "./purse.ts";

/** What a plan costs in all, in discounted øre (works, set-ups, damage while waiting, what is left at the end), and what it
 *  spends each year. */
export interface PlanValue {
  totalOre: number;
  spentOre: number[];
  setups: number;
}

/** @example evaluatePlan(layOut(problem), problem.works.map(() => null)).totalOre // what doing nothing costs */
export function evaluatePlan(laid: LaidOut, plan: Assignment): PlanValue {
  const { problem, spend, burden, never, factor } = laid;
  const spentOre = problem.years.map(() => 0);
  const opened = new Set<string>();
  let totalOre = 0;
  plan.forEach((year, work) => {
    if (year === null) {
      totalOre += never[work]!;
      return;
    }
    totalOre += burden[work]![year]!;
    spentOre[year]! += spend[work]![year]!;
    const { buildingId } = problem.works[work]!;
    const opening = `${buildingId} ${year}`;
    if (opened.has(opening)) return;
    opened.add(opening);
    const setup = problem.setupOre[buildingId] ?? 0;
    totalOre += setup * factor[year]!;
    spentOre[year]! += setup;
  });
  return { totalOre, spentOre, setups: opened.size };
}

/** The amounts a plan takes of each year, site set-ups on the common purse. */
function amountsByYear(laid: LaidOut, plan: Assignment): Amount[][] {
  const { problem, spend } = laid;
  const amounts: Amount[][] = problem.years.map(() => []);
  const opened = new Set<string>();
  plan.forEach((year, work) => {
    if (year === null) return;
    const { buildingId, earmark } = problem.works[work]!;
    amounts[year]!.push({ ore: spend[work]![year]!, earmark });
    if (opened.has(`${buildingId} ${year}`)) return;
    opened.add(`${buildingId} ${year}`);
    amounts[year]!.push({ ore: problem.setupOre[buildingId] ?? 0, earmark: null });
  });
  return amounts;
}

/** Whether no year spends more than it has, pinned works lie where they were put and forbidden ones nowhere. */
export function isFeasible(laid: LaidOut, plan: Assignment): boolean {
  const { problem } = laid;
  const isAsTold = problem.works.every(({ id }, work) => {
    if (laid.forbidden.has(id)) return plan[work] === null;
    return problem.pinned[id] === undefined || plan[work] === problem.pinned[id];
  });
  return (
    isAsTold &&
    amountsByYear(laid, plan).every((amounts, year) => new Purse(problem.years[year]!).canPay(amounts))
  );
}
