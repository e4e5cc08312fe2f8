import { assumed, type Assumptions } from "../condition/assumption.ts";
import { aggregateOf, type ConditionAggregate } from "../condition/condition-summary.ts";
import type { Condition } from "../portfolio-row.ts";
import type { BacklogKind } from "./backlog-line.ts";
import { facilityConditionIndex, fciBandOf, type FciBand } from "./facility-condition-index.ts";
import { grades, probabilityOf, type Grade } from "./priority-matrix.ts";

/** An index with all that it was reckoned from; `index` and `band` are null where there is nothing to divide by. */
export interface FciFigure {
  variant: "whole" | "wholeWithNeed" | "envelope";
  /** Years ahead whose need is counted as deferred: 0 is today's backlog alone. */
  horizonYears: number;
  deferredOre: number;
  replacementOre: number;
  index: number | null;
  band: FciBand | null;
}

/**
 * The index in its variants: the whole building (exterior and interior backlog over area × replacement price), the same
 * with the need that is coming, and the envelope (exterior backlog over what renewing the exterior elements costs). Øre.
 */
export function fciFigures(
  ore: Record<BacklogKind, number>,
  ownedM2: number,
  envelopeOre: number,
  assumptions: Assumptions,
): FciFigure[] {
  const cuts = ["fciFair", "fciPoor", "fciCritical"].map((key) => assumed(assumptions, key));
  const wholeOre = Math.round(ownedM2 * assumed(assumptions, "replacementOrePerM2"));
  const figure = (
    variant: FciFigure["variant"],
    horizonYears: number,
    deferredOre: number,
    replacementOre: number,
  ): FciFigure => {
    const index = facilityConditionIndex({ deferredOre, replacementOre });
    const band = index === null ? null : fciBandOf(index, cuts);
    return { variant, horizonYears, deferredOre, replacementOre, index, band };
  };
  const backlog = ore.exterior + ore.interior;
  return [
    figure("whole", 0, backlog, wholeOre),
    figure("wholeWithNeed", assumed(assumptions, "needHorizon"), backlog + ore.tenYearNeed, wholeOre),
    figure("envelope", 0, ore.exterior, envelopeOre),
  ];
}

/** Elements that are alike in how they were seen and have aged. */
export interface ConditionSums {
  condition: Condition | null;
  estimatedClass: Condition | null;
  elements: number;
  replacementOre: number;
}

/** How elements are spread by what renewing them costs, as seen and as estimated. */
export function conditionSpread(sums: readonly ConditionSums[]): {
  observed: ConditionAggregate;
  estimated: ConditionAggregate;
  elements: number;
  unknown: number;
} {
  const known = sums.filter(({ condition }) => condition !== null);
  const count = (among: readonly ConditionSums[]) => among.reduce((sum, { elements }) => sum + elements, 0);
  const spread = (of: (sum: ConditionSums) => Condition | null) =>
    aggregateOf(known.map((sum) => ({ weight: sum.replacementOre, condition: of(sum)! })));
  return {
    observed: spread(({ condition }) => condition),
    estimated: spread(({ estimatedClass }) => estimatedClass),
    ...{ elements: count(known), unknown: count(sums) - count(known) },
  };
}

/** A cell of the priority matrix. Works that lie in several cells are counted in each. */
export interface MatrixCell {
  consequence: Grade;
  probability: Grade;
  elements: number;
  works: number;
  amountOre: number;
  bypassing: number;
}

/** All 25 cells, the greatest consequence first, from sums by condition and consequence; amounts add up to theirs. */
export function priorityMatrix(
  sums: readonly (Omit<MatrixCell, "probability"> & { condition: Condition })[],
): MatrixCell[] {
  return [...grades].reverse().flatMap((consequence) =>
    grades.map((probability) => {
      const own = sums.filter(
        (one) => one.consequence === consequence && probabilityOf(one.condition) === probability,
      );
      const sum = (of: (one: (typeof sums)[number]) => number) => own.reduce((all, one) => all + of(one), 0);
      return {
        ...{ consequence, probability, elements: sum((one) => one.elements), works: sum((one) => one.works) },
        ...{ amountOre: sum((one) => one.amountOre), bypassing: sum((one) => one.bypassing) },
      };
    }),
  );
}
