import type { Condition } from "../portfolio-row.ts";

/** The scales older surveys come in. KL's common municipal scale 1–5 is kept as its own field and never converted. */
export const olderScales = ["K0–K3", "TG0–TG3", "1–6"] as const;
export type OlderScale = (typeof olderScales)[number];

const tables: Record<OlderScale, Record<string, Condition>> = {
  "K0–K3": { K0: 2, K1: 3, K2: 5, K3: 6 },
  "TG0–TG3": { TG0: 1, TG1: 3, TG2: 4, TG3: 6 },
  "1–6": { "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6 },
};

/** A grade read: a condition, something to be looked into (UN: never a number), or no grade of that scale. */
export type GradeReading =
  { kind: "condition"; condition: Condition } | { kind: "needsInvestigation" } | { kind: "unknownGrade" };

/**
 * Reads a grade of an older survey. Source: the Danish building survey's K0–K3 and UN, NS 3424's TG0–TG3, as the
 * project's domain notes map them. @example readOlderGrade("K0–K3", "UN") // { kind: "needsInvestigation" }
 */
export function readOlderGrade(scale: OlderScale, grade: string): GradeReading {
  const written = grade.trim().toUpperCase();
  if (scale === "K0–K3" && written === "UN") return { kind: "needsInvestigation" };
  const condition = tables[scale][written];
  return condition === undefined ? { kind: "unknownGrade" } : { kind: "condition", condition };
}
