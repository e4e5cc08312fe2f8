import { apportion } from "../apportion.ts";
import { done, refused, type Result } from "../result.ts";

/** How something that several share is laid on them. */
export const allocationKeys = ["m2", "share", "persons"] as const;
export type AllocationKey = (typeof allocationKeys)[number];

export interface Sharer {
  id: string;
  /** m², persons, or a share between 0 and 1, by the key. */
  weight: number;
}

/** What floating point may leave of shares that were typed as percent. */
const tolerance = 1e-9;

/**
 * Lays an amount (øre, a credit is negative) on those who share it, by largest remainder, so that the parts sum to it
 * exactly. Shares must sum to the whole: a rest that nobody bears is refused, not spread.
 * @example allocateCharge("m2", 100, [{ id: "a", weight: 2 }, { id: "b", weight: 1 }]) // a 67, b 33
 */
export function allocateCharge(
  key: AllocationKey,
  amountOre: number,
  sharers: readonly Sharer[],
): Result<{ id: string; amountOre: number }[], "nobodyShares" | "sharesDoNotSum"> {
  const weights = sharers.map(({ weight }) => weight);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(whole > 0)) return refused("nobodyShares");
  if (key === "share" && Math.abs(whole - 1) > tolerance) return refused("sharesDoNotSum");
  const sign = Math.sign(amountOre);
  const parts = apportion(weights, Math.abs(amountOre));
  return done(sharers.map(({ id }, index) => ({ id, amountOre: sign * parts[index]! || 0 })));
}
