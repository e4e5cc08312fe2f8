import type { Served } from "#domain/facility-location/core-model.ts";
import type { FacilityInstance } from "#domain/facility-location/instance.ts";
import type { Question, Solved } from "./question.ts";

export type Solve = (question: Omit<Question, "stop">) => Promise<Solved>;

export interface FacilitySolution {
  /** What the best solution found costs; null where none was found in time. */
  objective: number | null;
  /** What no solution can cost less than. */
  bound: number;
  served: Served;
  /** Nothing better exists, within a billionth. */
  isProven: boolean;
}

export interface FacilityOptions {
  secondsAtMost: number;
  solve: Solve;
  /** Seconds of a clock; only differences count. */
  now: () => number;
}

/** Seconds that are left. */
export type Left = () => number;

/** The best that is known so far; without a solution, its objective is Infinity. */
export interface Known {
  objective: number;
  bound: number;
  served: Served;
}

export const proven = ({ objective, served }: Known): FacilitySolution => ({
  ...{ objective, bound: objective, served, isProven: true },
});

/** What is known when time is past or nothing is left to look at. */
export function told(known: Known): FacilitySolution {
  if (known.objective === Infinity) return { ...known, objective: null, isProven: false };
  // Within a millionth of the solver's own tolerances.
  return known.objective - known.bound <= 1e-8 * Math.abs(known.objective)
    ? proven(known)
    : { ...known, isProven: false };
}

/** Who is served whole from where, as shares. */
export const asServed = (assignment: Iterable<number>): Served =>
  Array.from(assignment, (facility, customer) => ({ facility, customer, share: 1 }));

/** Where every cost is whole, so is every solution's: a bound of 12.2 is one of 13. */
export function rounded({ fixed, cost, isSingleSource }: FacilityInstance, bound: number): number {
  if (!Number.isFinite(bound)) return bound;
  const isWhole = isSingleSource && fixed.every(Number.isInteger) && cost.every(isWholeOrNone);
  return isWhole ? Math.ceil(bound - 1e-6 * Math.max(1, Math.abs(bound) * 1e-3)) : bound;
}

const isWholeOrNone = (each: number) => Number.isInteger(each) || each === Infinity;

/** What a solution costs, split or whole, with every facility opened that serves somebody. */
export function costOf({ customers, cost, fixed }: FacilityInstance, served: Served): number {
  const opened = new Set(served.map(({ facility }) => facility));
  const shares = served.reduce(
    (sum, { facility, customer, share }) => sum + share * cost[facility * customers + customer]!,
    0,
  );
  return [...opened].reduce((sum, facility) => sum + fixed[facility]!, shares);
}
