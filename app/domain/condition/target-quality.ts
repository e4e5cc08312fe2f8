import type { Condition } from "../portfolio-row.ts";

/** How well a building is to be kept: 1 very well kept … 5 worn is allowed. Source: the city's five published classes. */
export const targetQualities = [1, 2, 3, 4, 5] as const;
export type TargetQuality = (typeof targetQualities)[number];

/** What a building is kept as where nobody has given it a class: the middle one. A judgement. */
export const usualTargetQuality: TargetQuality = 3;

/** The greatest condition a class accepts. A setting with these defaults; a judgement. */
export const usualAcceptance: Record<TargetQuality, { exterior: Condition; interior: Condition }> = {
  1: { exterior: 2, interior: 2 },
  2: { exterior: 3, interior: 3 },
  3: { exterior: 3, interior: 4 },
  4: { exterior: 5, interior: 5 },
  5: { exterior: 5, interior: 5 },
};

/** Whether an element is past what its building's class accepts. @example isPastTarget(4, 3, "exterior") // true */
export const isPastTarget = (
  condition: Condition,
  quality: TargetQuality,
  scope: "exterior" | "interior",
): boolean => condition > usualAcceptance[quality][scope];
