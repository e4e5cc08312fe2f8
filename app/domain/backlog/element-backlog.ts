/** What an element past its target asks for. Prices are of their own date; the index brings them to the day shown. */
export interface BacklogElement {
  /** Of the element, in its own unit (m², m, pieces). */
  quantity: number;
  /** The part of the quantity to repair, 0 to 1. */
  shareToRepair: number;
  unitPriceOre: number;
  /** Price level of the day shown over that of the price. */
  indexFactor: number;
  /** What is added for site, design and management, 0.25 for 25 %. */
  overheadRate: number;
}

/** A setting with this default; a judgement. */
export const usualOverheadRate = 0.25;

/**
 * What bringing an element back costs, in whole øre: quantity × share × price × index × (1 + overhead), rounded half
 * away from zero once, at the end.
 * @example elementBacklogOre({ quantity: 10, shareToRepair: 0.5, unitPriceOre: 1_000, indexFactor: 1.1, overheadRate: 0.25 }) // 6875
 */
export function elementBacklogOre(element: BacklogElement): number {
  const { quantity, shareToRepair, unitPriceOre, indexFactor, overheadRate } = element;
  return Math.round(quantity * shareToRepair * unitPriceOre * indexFactor * (1 + overheadRate));
}

/**
 * How uncertain a cost is that rests on a survey so many years old: ± 15 % and 3 points a year. A setting; a judgement.
 * @example costUncertainty(5) // 0.3
 */
export const costUncertainty = (surveyYears: number): number => 0.15 + 0.03 * Math.max(0, surveyYears);
