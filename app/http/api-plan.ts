import type { Plan } from "#db/queries/plan/get-plan.ts";
import type { ListedWork } from "#db/queries/plan/list-plan-works.ts";

/** A plan as machines read it: its money, what each year comes to, its works by year, and how far from the best it can be. */
export function toApiPlan(plan: Plan, works: readonly ListedWork[]) {
  const { totalOre, boundOre, result } = plan;
  const worksOf = (year: number | null) =>
    works.filter((work) => work.year === year).map(({ year: _, ...work }) => work);
  return {
    ...{ id: plan.id, name: plan.name, purpose: plan.purpose, state: plan.state, version: plan.version },
    ...{ firstYear: plan.firstYear, kinds: plan.kinds, method: plan.method, reckonedOn: plan.reckonedOn },
    ...{ copiedFromId: plan.copiedFromId, basis: plan.basis },
    totals: result && {
      ...{ totalOre, boundOre, doingNothingOre: result.nothingOre, piecemealOre: result.piecemeal.totalOre },
      spentOre: result.years.reduce((sum, { spentOre }) => sum + spentOre, 0),
      gap: totalOre !== null && boundOre !== null && boundOre > 0 ? (totalOre - boundOre) / boundOre : null,
    },
    start: result?.start ?? null,
    years: plan.years.map(({ year, budgetOre, earmarksOre }) => {
      const figures = result?.years.find((one) => one.year === year);
      const planned = worksOf(year);
      const shownOre = planned.reduce((sum, { costOre }) => sum + costOre, 0);
      // Works in buildings that the caller may not see count in the sums and are in no list.
      const notShownOre = (figures?.worksOre ?? 0) - shownOre;
      return { year, budgetOre, earmarksOre, ...figures, notShownOre, planned };
    }),
    leftOut: worksOf(null),
  };
}
