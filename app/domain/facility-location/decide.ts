import type { FacilityInstance } from "./instance.ts";
import type { Priced } from "./price-customers.ts";

const slack = (upper: number) => 1e-9 * Math.abs(upper);

/** Whether a facility is open, or closed, in everything that costs less than `upper`. */
export function decide(priced: Priced | null, upper: number, i: number): "open" | "closed" | "free" {
  if (!priced) return "free";
  const worth = priced.worth[i]!;
  if (worth > 0 && priced.bound + worth > upper + slack(upper)) return "closed";
  if (worth < 0 && priced.bound - worth > upper + slack(upper)) return "open";
  return "free";
}

/** Whether serving j from i, whatever else is done, would cost more than is known to be possible. */
export function isTooDear(
  { customers, cost, demand }: FacilityInstance,
  priced: Priced,
  upper: number,
  i: number,
  j: number,
) {
  const { bound, worth, cutGain, roomPrice, prices } = priced;
  const dearer = Math.max(0, cost[i * customers + j]! - prices[j]! + roomPrice[i]! * demand[j]!);
  const forced = Math.max(0, worth[i]!) + Math.max(0, dearer - cutGain[i]!);
  return bound + forced > upper + slack(upper);
}
