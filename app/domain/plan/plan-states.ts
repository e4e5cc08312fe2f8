import { facilityConditionIndex } from "../backlog/facility-condition-index.ts";
import { redRisk, riskOfWork } from "./open-work.ts";
import type { PlanQuestion, PlanState } from "./plan-question.ts";
import type { Assignment, LaidOut } from "./plan-problem.ts";

/** From this share on, mending an element is as good as renewing it. The project's own judgement. */
const renewedFrom = 0.7;

/**
 * How things stand before the plan (first) and at the end of each of its years. Condition is as observed: what a plan does
 * not touch stays as it was seen, so that plans differ by what they do alone; what it mends is as new when most of it is
 * replaced, else good.
 */
export function planStates(question: PlanQuestion, laid: LaidOut, plan: Assignment): PlanState[] {
  const { works, replacementOre } = question;
  const conditions = conditionsByYear(question, plan);
  return [-1, ...laid.problem.years.keys()].map((year, at) => {
    const state = { backlogOre: 0, worksLeft: 0, damageOre: 0, redWorks: 0 };
    plan.forEach((doneIn, work) => {
      if (doneIn !== null && doneIn <= year) return;
      state.backlogOre += Math.round(laid.spend[work]![at]!);
      state.worksLeft += 1;
      state.damageOre += laid.problem.works[work]!.yearlyDamageOre;
      if (riskOfWork(works[work]!) >= redRisk) state.redWorks += 1;
    });
    const fci = facilityConditionIndex({ deferredOre: state.backlogOre, replacementOre });
    return { ...state, damageOre: Math.round(state.damageOre), fci, conditions: conditions[at]! };
  });
}

/** Shares of replacement value in condition 1 to 6, before and after each year. */
function conditionsByYear({ works, elements, years, valueByCondition }: PlanQuestion, plan: Assignment) {
  const yearOf = new Map(works.map(({ id }, work) => [id, plan[work]!] as const));
  const moves = years.map(() => [0, 0, 0, 0, 0, 0]);
  const moved = new Set<string>();
  const inOrder = elements
    .map((element) => ({ ...element, year: yearOf.get(element.workId) ?? null }))
    .sort((a, b) => (a.year ?? Infinity) - (b.year ?? Infinity));
  for (const { elementId, condition, valueOre, shareToRepair, year } of inOrder) {
    const to = shareToRepair >= renewedFrom ? 1 : 2;
    if (year === null || moved.has(elementId) || to >= condition) continue;
    moved.add(elementId);
    moves[year]![condition - 1]! -= valueOre;
    moves[year]![to - 1]! += valueOre;
  }
  const whole = valueByCondition.reduce((sum, value) => sum + value, 0);
  const now = [...valueByCondition];
  const shares = () => now.map((value) => (whole > 0 ? value / whole : 0));
  return [shares(), ...moves.map((move) => (move.forEach((value, at) => (now[at]! += value)), shares()))];
}
