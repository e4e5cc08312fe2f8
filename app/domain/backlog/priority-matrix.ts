import { conditions, type Condition } from "../portfolio-row.ts";

export const consequenceKinds = ["safety", "authority", "operation", "damage", "heritage"] as const;
export type ConsequenceKind = (typeof consequenceKinds)[number];
export const grades = [1, 2, 3, 4, 5] as const;
export type Grade = (typeof grades)[number];

/** What would follow if an element failed, graded 1 (nothing to speak of) to 5, kind by kind. */
export type Consequences = Partial<Record<ConsequenceKind, Grade>>;

/** The consequence that counts is the greatest of all kinds; 1 where none is named. */
export const consequenceOf = (consequences: Consequences): Grade =>
  Math.max(1, ...Object.values(consequences)) as Grade;

/** How likely an element is to fail, from its condition: 1 and 2 hardly, 6 almost surely. */
export const probabilityOf = (condition: Condition): Grade => Math.max(1, condition - 1) as Grade;

/** Consequence × probability, 1 to 25. */
export const riskOf = (consequence: Grade, probability: Grade): number => consequence * probability;

/**
 * Works that bypass all ranking: an authority has demanded them, or life is at stake.
 * @example bypassesRanking({ authority: 5 }) // true
 */
export const bypassesRanking = (consequences: Consequences): boolean =>
  consequences.authority === 5 || consequences.safety === 5;

/** Conditions that are as likely to fail. @example conditionsOfProbability(1) // [1, 2] */
export const conditionsOfProbability = (probability: Grade): Condition[] =>
  conditions.filter((condition) => probabilityOf(condition) === probability);
