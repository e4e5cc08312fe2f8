/** Replacement value of a square metre, øre. A setting with this default; a judgement. */
export const usualReplacementOrePerM2 = 22_000_00;

/**
 * Facility Condition Index: deferred work as a share of replacement value; 0 is new, 1 means the work costs as much as
 * building anew. Which work, which value and which horizon is the caller's choice and stands beside the figure; null
 * where there is nothing to divide by. Source: IFMA/APPA.
 * @example facilityConditionIndex({ deferredOre: 25_00, replacementOre: 100_00 }) // 0.25
 */
export const facilityConditionIndex = ({
  deferredOre,
  replacementOre,
}: {
  deferredOre: number;
  replacementOre: number;
}): number | null => (replacementOre > 0 ? deferredOre / replacementOre : null);

export const fciBands = ["good", "fair", "poor", "critical"] as const;
export type FciBand = (typeof fciBands)[number];

/** Where fair, poor and critical begin. A setting with these defaults. */
export const usualFciCuts = [0.05, 0.1, 0.3] as const;

/** @example fciBandOf(0.1) // "poor" */
export const fciBandOf = (index: number, cuts: readonly number[] = usualFciCuts): FciBand =>
  fciBands[cuts.filter((cut) => index >= cut).length]!;
