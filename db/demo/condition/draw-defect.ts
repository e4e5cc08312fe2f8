import { intensities, severities, type Defect } from "#domain/condition/defect.ts";
import { elementCondition } from "#domain/condition/element-condition.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import type { Random } from "../random.ts";

const extents = [0.01, 0.05, 0.08, 0.2, 0.25, 0.4, 0.6, 0.8, 0.95] as const;

/** Every single defect that gives an element each condition, so that what the demo shows reproduces by the rule. */
const byCondition = new Map<Condition, Defect[]>();
for (const severity of severities)
  for (const intensity of intensities)
    for (const extent of extents) {
      const condition = elementCondition([{ severity, intensity, extent }]);
      byCondition.set(condition, [...(byCondition.get(condition) ?? []), { severity, intensity, extent }]);
    }

const seen: Record<string, readonly string[]> = {
  roof: ["Utæt inddækning", "Revner i dækningen", "Mos og løse tagsten", "Lunker og blærer"],
  facade: ["Revnede fuger", "Afskallet puds", "Fugtskjolder i murværk", "Løs sokkelpuds"],
  windows: ["Råd i bundkarme", "Punkterede ruder", "Afskallet maling", "Bindende rammer"],
  ground: ["Lunker i belægning", "Rødder i kloak", "Utætte samlinger", "Nedbrudt brønd"],
  installations: ["Korrosion", "Slidte komponenter", "Ustabil drift", "Manglende mærkning"],
  surfaces: ["Slid", "Revner", "Misfarvning efter vand", "Løse plader"],
  minor: ["Flere mindre mangler"],
};

/** A defect that explains a condition, or null for what is as new. */
export function drawDefect(
  random: Random,
  workGroup: string,
  condition: Condition,
): (Defect & { description: string }) | null {
  if (condition === 1) return null;
  return { ...random.pick(byCondition.get(condition)!), description: random.pick(seen[workGroup]!) };
}
