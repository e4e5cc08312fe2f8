/** The rules of an investment pool. Øre and years. */
export interface PoolRules {
  balanceOre: number;
  mostPerCaseOre: number | null;
  mostPaybackYears: number | null;
}

/** A funding that is asked for. `paybackYears` is null where the case never pays back; `reason` is why it is funded all the same. */
export interface FundingAsked {
  amountOre: number;
  paybackYears: number | null;
  reason: string;
}

export type FundingFault = "noAmount" | "overdrawn" | "aboveMost" | "paybackNeedsReason";

/**
 * What stands in the way of funding a case from a pool; null where nothing does. A pool is never overdrawn. A case that does
 * not pay back within the pool's years may be worth it over its life: then the reason must be said.
 * @example faultOfFunding({ balanceOre: 100, mostPerCaseOre: null, mostPaybackYears: 6 }, { amountOre: 200, paybackYears: 4, reason: "" }) // "overdrawn"
 */
export function faultOfFunding(pool: PoolRules, asked: FundingAsked): FundingFault | null {
  const { amountOre, paybackYears, reason } = asked;
  if (!Number.isSafeInteger(amountOre) || amountOre <= 0) return "noAmount";
  if (amountOre > pool.balanceOre) return "overdrawn";
  if (pool.mostPerCaseOre !== null && amountOre > pool.mostPerCaseOre) return "aboveMost";
  const isLate =
    pool.mostPaybackYears !== null && (paybackYears === null || paybackYears > pool.mostPaybackYears);
  return isLate && !reason.trim() ? "paybackNeedsReason" : null;
}
