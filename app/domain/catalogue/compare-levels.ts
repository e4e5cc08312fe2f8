/** How far from the median of comparable units a price may lie before it is shown as a deviation, in percent. A judgement. */
export const usualBandPercent = 15;
export const bandChoices = [5, 10, 15, 25, 50] as const;

/** Fewer units than this are not compared for those who may not see them: a median of two would tell what the other pays. */
export const leastCompared = 3;

export interface Deviation {
  side: "above" | "below" | "within";
  /** 0.2: a fifth above the median; negative: below. */
  share: number;
}

/**
 * How a price per m² lies beside the median of comparable units; null where there is nothing to compare with.
 * @example deviationOf(180_00, 150_00, 15) // { side: "above", share: 0.2 }
 */
export function deviationOf(
  price: number,
  median: number | null,
  bandPercent: number = usualBandPercent,
): Deviation | null {
  if (median === null || median <= 0) return null;
  const share = price / median - 1;
  if (Math.abs(share) * 100 <= bandPercent + 1e-9) return { side: "within", share };
  return { side: share > 0 ? "above" : "below", share };
}

/** The band that a page or an API was asked for; what cannot be read is the usual one. */
export const readBand = (text: string | null): number =>
  bandChoices.find((choice) => String(choice) === text) ?? usualBandPercent;
