/**
 * A multi-year plan as a problem to be solved: works, the buildings they lie in, and a budget a year. All money is øre of
 * one price level (real); year 0 is the first of the plan.
 */
export interface PlanWork {
  id: string;
  buildingId: string;
  costOre: number;
  /** Real growth of its cost a year of waiting, 0.06 for 6 %. */
  growth: number;
  /** Expected consequential damage of each year it waits, øre. */
  yearlyDamageOre: number;
  /** The purse it may draw on before the common one, or null. */
  earmark: string | null;
}

export interface PlanYear {
  /** Everything there is that year, earmarks included. */
  budgetOre: number;
  /** Parts of the budget that only works with that earmark may use. */
  earmarksOre: Record<string, number>;
}

export interface PlanProblem {
  works: readonly PlanWork[];
  /** What it costs to set up site at a building once a year, øre. */
  setupOre: Readonly<Record<string, number>>;
  years: readonly PlanYear[];
  /** Real discount rate a year. */
  discount: number;
  /** Works that someone has put into a year, by work id. */
  pinned: Readonly<Record<string, number>>;
  /** Works that are not to be planned at all. */
  forbidden: readonly string[];
}

/** The year of each planned work, by its index in the problem; null is not within the plan. */
export type Assignment = readonly (number | null)[];

/** A problem with its costs laid out: `spend` is what a work takes of a year's budget, `burden` what doing it that year
 *  costs society in discounted øre (its price and the damage until then), `never` what leaving it out costs. */
export interface LaidOut {
  problem: PlanProblem;
  spend: readonly Float64Array[];
  burden: readonly Float64Array[];
  never: Float64Array;
  /** Discount factor of each year. */
  factor: Float64Array;
  /** Works of each building, by index. */
  worksOf: ReadonlyMap<string, readonly number[]>;
  forbidden: ReadonlySet<string>;
}

/**
 * Lays the costs out. Doing work k in year t costs c(1+g)^t discounted, and the damage of the t years before; leaving it
 * out costs c(1+g)^T discounted and the damage of all T years. Source: the project's domain notes, section on plans.
 */
export function layOut(problem: PlanProblem): LaidOut {
  const count = problem.years.length;
  const factor = Float64Array.from({ length: count + 1 }, (_, year) => (1 + problem.discount) ** -year);
  const spend = problem.works.map(({ costOre, growth }) =>
    Float64Array.from({ length: count + 1 }, (_, year) => costOre * (1 + growth) ** year),
  );
  const burden = problem.works.map(({ yearlyDamageOre }, work) => {
    let damage = 0;
    return Float64Array.from({ length: count + 1 }, (_, year) => {
      if (year > 0) damage += yearlyDamageOre * factor[year]!;
      return spend[work]![year]! * factor[year]! + damage;
    });
  });
  const worksOf = new Map<string, number[]>();
  problem.works.forEach(({ buildingId }, work) => {
    const own = worksOf.get(buildingId);
    if (own) own.push(work);
    else worksOf.set(buildingId, [work]);
  });
  return {
    problem,
    spend,
    burden,
    never: Float64Array.from(burden, (years) => years[count]!),
    factor,
    worksOf,
    forbidden: new Set(problem.forbidden),
  };
}
