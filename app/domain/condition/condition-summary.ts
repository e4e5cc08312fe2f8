import type { Day } from "../day-count.ts";
import type { Condition } from "../portfolio-row.ts";
import {
  aggregateRatio,
  conditionOfRatio,
  conditionShares,
  type ConditionPart,
} from "./aggregate-condition.ts";

/** An aggregate with what it is an aggregate of: never shown one without the other. Shares sum to 1, or are all 0. */
export interface ConditionAggregate {
  condition: Condition | null;
  /** R, between 1 and 2. */
  ratio: number | null;
  shares: Record<Condition, number>;
}

/** Elements by what replacing them costs, as they were seen and as ageing has made them. */
export interface ConditionSummary {
  observed: ConditionAggregate;
  estimated: ConditionAggregate;
  /** From when the oldest and the newest of the observations are. */
  oldestOn: Day | null;
  newestOn: Day | null;
  /** Elements that have a condition, those never seen or to be looked into, and those that no price weighs. */
  elements: number;
  unknown: number;
  unpriced: number;
}

export interface SummarisedElement {
  condition: Condition | null;
  estimatedClass: Condition | null;
  observedOn: Day | null;
  replacementOre: number;
}

/** @example aggregateOf([{ weight: 1, condition: 6 }]).condition // 6 */
export function aggregateOf(parts: readonly ConditionPart[]): ConditionAggregate {
  const ratio = aggregateRatio(parts);
  return {
    ...{ ratio, condition: ratio === null ? null : conditionOfRatio(ratio) },
    shares: conditionShares(parts),
  };
}

/** The condition of a building, or of anything that is made of elements, observed and estimated. */
export function summariseCondition(elements: readonly SummarisedElement[]): ConditionSummary {
  const known = elements.filter(({ condition }) => condition !== null);
  const days = known.map(({ observedOn }) => observedOn!).sort();
  const partsBy = (of: (element: SummarisedElement) => Condition | null): ConditionPart[] =>
    known.map((element) => ({ weight: element.replacementOre, condition: of(element)! }));
  return {
    observed: aggregateOf(partsBy(({ condition }) => condition)),
    estimated: aggregateOf(partsBy(({ estimatedClass }) => estimatedClass)),
    ...{ oldestOn: days[0] ?? null, newestOn: days.at(-1) ?? null },
    ...{ elements: known.length, unknown: elements.length - known.length },
    unpriced: known.filter(({ replacementOre }) => replacementOre === 0).length,
  };
}
