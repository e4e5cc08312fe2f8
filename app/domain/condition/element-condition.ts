import type { Condition } from "../portfolio-row.ts";
import { aggregateCondition } from "./aggregate-condition.ts";
import { conditionOfDefect, type Defect } from "./defect.ts";

/**
 * The condition of an element from its defects: 1 without any. With several, the worse of the worst single score and of
 * the aggregate over extents, in which what no defect covers is as new; extents that together exceed the element are
 * scaled to it. Source: NEN 2767-1; the rule for several defects is the project's own judgement.
 * @example elementCondition([{ severity: "serious", intensity: "high", extent: 0.4 }]) // 4
 */
export function elementCondition(defects: readonly Defect[]): Condition {
  const scored = defects.map((defect) => ({ weight: defect.extent, condition: conditionOfDefect(defect) }));
  const covered = scored.reduce((sum, { weight }) => sum + weight, 0);
  const sound = { weight: Math.max(0, 1 - covered), condition: 1 as Condition };
  const worst = Math.max(1, ...scored.map(({ condition }) => condition)) as Condition;
  return Math.max(worst, aggregateCondition([...scored, sound]) ?? 1) as Condition;
}
