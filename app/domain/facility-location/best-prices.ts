import type { FacilityInstance } from "./instance.ts";
import { priceCustomers, type Priced } from "./price-customers.ts";

export interface BestPricesOptions {
  rounds: number;
  /** What a solution costs that is known; Infinity while there is none. */
  upper: number;
  /** Asked now and then whether these prices lead to a better solution: returns the best cost known. */
  onRound?: (priced: Priced) => number;
  /** Ends early; the clock is the caller's. */
  shouldStop?: () => boolean;
}

const roundsWithoutGain = 20;
const smallestStep = 0.002;

/**
 * Raises the bound of `priceCustomers` step by step: whoever is served too often offers less, whoever is not served more
 * (subgradient steps, halved when they no longer help). Returns the prices with the best bound.
 */
export function bestPrices(
  instance: FacilityInstance,
  options: BestPricesOptions,
): Priced & { upper: number } {
  let { upper } = options;
  let prices = firstPrices(instance);
  let best = priceCustomers(instance, prices, false);
  let current = best;
  let direction = best.excess;
  let [step, idle] = [2, 0];
  for (let round = 0; round < options.rounds && step > smallestStep; round += 1) {
    if (options.onRound && (round % 10 === 0 || idle === 0))
      upper = Math.min(upper, options.onRound(current));
    if (upper - best.bound <= 1e-9 * Math.abs(upper) || options.shouldStop?.()) break;
    const aim = upper < Infinity ? upper : best.bound + Math.abs(best.bound) * 0.05 + 1;
    direction = direction.map((was, j) => 0.3 * was + 0.7 * current.excess[j]!);
    const length = direction.reduce((sum, each) => sum + each * each, 0);
    if (length < 1e-12) break;
    const stride = (step * Math.max(1.05 * aim - current.bound, 1e-9 * Math.abs(aim))) / length;
    prices = prices.map((price, j) => price - stride * direction[j]!);
    current = priceCustomers(instance, prices, step < 0.5);
    idle += 1;
    if (current.bound > best.bound) {
      best = current;
      idle = 0;
    } else if (idle >= roundsWithoutGain) {
      ({ prices } = best);
      current = best;
      direction = best.excess;
      [step, idle] = [step / 2, 1];
    }
  }
  const exact = priceCustomers(instance, best.prices, true);
  return { ...(exact.bound >= best.bound ? exact : best), upper };
}

/** Every customer begins by offering what the second cheapest facility would ask. */
function firstPrices({ facilities, customers, cost }: FacilityInstance): Float64Array {
  return Float64Array.from({ length: customers }, (_, j) => {
    let [first, second] = [Infinity, Infinity];
    for (let i = 0; i < facilities; i += 1) {
      const each = cost[i * customers + j]!;
      if (each < first) [first, second] = [each, first];
      else if (each < second) second = each;
    }
    return second < Infinity ? second : first;
  });
}
