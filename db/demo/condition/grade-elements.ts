import { aggregateCondition } from "#domain/condition/aggregate-condition.ts";
import { usualAcceptance, type TargetQuality } from "#domain/condition/target-quality.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import type { Random } from "../random.ts";
import type { DemoElement } from "./make-elements.ts";

const scopes = ["exterior", "interior"] as const;

/** Whether elements add up to the condition that the whole was seen in. */
const addUpTo = (elements: readonly DemoElement[], whole: Condition): boolean =>
  aggregateCondition(
    elements.map(({ condition, replacementOre }) => ({ condition, weight: replacementOre })),
  ) === whole;

/** Gives an element another condition, unless the whole would then be another. */
function tryCondition(
  elements: readonly DemoElement[],
  element: DemoElement,
  to: Condition,
  whole: Condition,
): boolean {
  const before = element.condition;
  element.condition = to;
  if (addUpTo(elements, whole)) return true;
  element.condition = before;
  return false;
}

/** The target a building of a condition is likely to have; the worst are not all meant to be kept well. */
export const drawTarget = (random: Random, whole: Condition): TargetQuality =>
  random.weighted<TargetQuality>(
    whole >= 5
      ? [
          [2, 30],
          [3, 55],
          [4, 15],
        ]
      : [
          [1, 10],
          [2, 65],
          [3, 25],
        ],
  );

/** What repairing all of an element costs about, øre: enough to tell how much backlog it can hold. */
const holds = ({ type, quantity }: DemoElement): number =>
  quantity * 1.25 * (type.prices.find(({ purpose }) => purpose === "repair")?.unitPriceOre ?? 0);

/**
 * Spreads the conditions of elements around that of the whole, which stays what it was. Where a scope has backlog (øre),
 * as many of its elements are past the target as can hold it, when the whole allows it; where it has none, none is.
 */
export function gradeElements(
  random: Random,
  elements: readonly DemoElement[],
  whole: Condition,
  target: TargetQuality,
  backlogOre: Record<"exterior" | "interior", number>,
): void {
  const highest = (element: DemoElement): number =>
    backlogOre[element.type.scope] > 0 ? 6 : Math.max(whole, usualAcceptance[target][element.type.scope]);
  for (let round = 0; round < elements.length * 4; round += 1) {
    const element = random.pick(elements);
    const to = element.condition + random.pick([-2, -1, -1, 1, 1, 2]);
    if (to >= 1 && to <= highest(element)) tryCondition(elements, element, to as Condition, whole);
  }
  for (const scope of scopes) {
    const past = (usualAcceptance[target][scope] + 1) as Condition;
    const own = elements.filter(({ type }) => type.scope === scope);
    const held = () =>
      own.filter(({ condition }) => condition >= past).reduce((sum, one) => sum + holds(one), 0);
    for (const element of own.sort((a, b) => a.replacementOre - b.replacementOre)) {
      if (held() >= backlogOre[scope]) break;
      if (element.condition < past) tryCondition(elements, element, past, whole);
    }
  }
}
