import { apportion } from "../apportion.ts";

/** How a cost is shared: by the percent of a rule, by let area, or by hours used. */
export const costBases = ["share", "m2", "hours"] as const;
export type CostBasis = (typeof costBases)[number];

/** One who bears a part; `value` is percent, m² or hours, as the basis says. */
export interface CostBearer {
  value: number;
}

export type CostPart<Bearer extends CostBearer> = Bearer & { basis: CostBasis; amountOre: number };

/**
 * Shares a cost in øre among those who bear it, in proportion to percent, m² or hours, exactly to the øre: what rounding
 * leaves goes to the largest remainders. Who has nothing of the measure bears nothing but is listed.
 * Throws RangeError where nobody has a part and there is something to bear, or the cost is no whole number ≥ 0.
 * @example splitCost("m2", [{ value: 100 }, { value: 200 }], 1000).map(({ amountOre }) => amountOre) // [333, 667]
 */
export function splitCost<Bearer extends CostBearer>(
  basis: CostBasis,
  bearers: readonly Bearer[],
  costOre: number,
): CostPart<Bearer>[] {
  if (bearers.some(({ value }) => !(value >= 0) || value === Infinity))
    throw new RangeError("a part cannot be negative or unknown");
  const amounts = apportion(
    bearers.map(({ value }) => value),
    costOre,
  );
  return bearers.map((bearer, index) => ({ ...bearer, basis, amountOre: amounts[index]! }));
}
