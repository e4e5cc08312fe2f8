import type { Condition } from "../portfolio-row.ts";

export const severities = ["minor", "serious", "critical"] as const;
export type Severity = (typeof severities)[number];

/** How far a defect has come: beginning, advanced, end stage. */
export const intensities = ["low", "mid", "high"] as const;
export type Intensity = (typeof intensities)[number];

/** A defect of an element; its extent is the part of the element's quantity that has it, 0 to 1. */
export interface Defect {
  severity: Severity;
  intensity: Intensity;
  extent: number;
}

/** Where extent classes begin; each is half-open: below 2 %, 2–10, 10–30, 30–70, 70 % and more. */
const extentClassesFrom = [0.02, 0.1, 0.3, 0.7] as const;

/** Condition by severity, intensity and extent class. Source: NEN 2767-1, as the project's domain notes give it. */
const scores: Record<Severity, Record<Intensity, readonly Condition[]>> = {
  minor: { low: [1, 1, 1, 1, 2], mid: [1, 1, 1, 2, 3], high: [1, 1, 2, 3, 4] },
  serious: { low: [1, 1, 1, 2, 3], mid: [1, 1, 2, 3, 4], high: [1, 2, 3, 4, 5] },
  critical: { low: [1, 1, 2, 3, 4], mid: [1, 2, 3, 4, 5], high: [2, 3, 4, 5, 6] },
};

/** The extent class, 0 to 4. @example extentClassOf(0.1) // 2 */
export const extentClassOf = (extent: number): number =>
  extentClassesFrom.filter((from) => extent >= from).length;

/**
 * The condition 1 (as new) to 6 (very bad) that one defect gives its element.
 * @example conditionOfDefect({ severity: "critical", intensity: "high", extent: 0.7 }) // 6
 */
export const conditionOfDefect = ({ severity, intensity, extent }: Defect): Condition =>
  scores[severity][intensity][extentClassOf(extent)]!;
