import type { FacilityInstance } from "./instance.ts";
import { CustomerPrices, type Priced } from "./price-customers.ts";

export interface BestPricesOptions {
  rounds: number;
  /** What a solution costs that is known; Infinity while there is none. */
  upper: number;
  /** Asked now and then whether these prices lead to a better solution: returns the best cost known. */
  onRound?: (priced: Priced) => number;
  /** Prices to begin with; without them, those of the second cheapest facility. */
  start?: Float64Array;
  /** Ends early; the clock is the caller's. */
  shouldStop?: () => boolean;
}

/**
 * How long the first step is, how long each is tried, by how much the next is shorter, and how much of the last direction is kept: prices
 * that are nearly right need no wandering.
 */
const fromNothing = { step: 2, roundsWithoutGain: 30, shorter: 1.5, kept: 0.7 };
const fromKnown = { step: 0.5, roundsWithoutGain: 10, shorter: 2, kept: 0.3 };
const smallestStep = 0.002;
/** With steps so small, customers are packed whole: it takes longer and tells more. */
const wholeBelow = 0.5;

/**
 * Raises the bound of `priceCustomers` step by step: whoever is served too often offers less, whoever is not served more
 * (subgradient steps, shorter when they no longer help). Returns the prices with the best bound.
 */
export function bestPrices(
  instance: FacilityInstance,
  options: BestPricesOptions,
): Priced & { upper: number } {
  let { upper } = options;
  const pricing = new CustomerPrices(instance);
  let prices = options.start ?? firstPrices(instance);
  const { roundsWithoutGain, shorter, kept, ...begin } = options.start ? fromKnown : fromNothing;
  let [step, idle] = [begin.step, 0];
  let best = pricing.price(prices, "cut");
  let current = best;
  let direction = best.excess;
  for (let round = 0; round < options.rounds && step > smallestStep; round += 1) {
    if (options.onRound && (round % 10 === 0 || idle === 0))
      upper = Math.min(upper, options.onRound(current));
    if (upper - best.bound <= 1e-9 * Math.abs(upper) || options.shouldStop?.()) break;
    const aim = upper < Infinity ? upper : best.bound + Math.abs(best.bound) * 0.05 + 1;
    direction = direction.map((was, j) => kept * was + (1 - kept) * current.excess[j]!);
    const length = direction.reduce((sum, each) => sum + each * each, 0);
    if (length < 1e-12) break;
    const stride = (step * Math.max(1.05 * aim - current.bound, 1e-9 * Math.abs(aim))) / length;
    prices = prices.map((price, j) => price - stride * direction[j]!);
    current = pricing.price(prices, step < wholeBelow ? "whole" : "cut");
    idle += 1;
    if (current.bound > best.bound) {
      best = current;
      idle = 0;
    } else if (idle >= roundsWithoutGain) {
      ({ prices } = best);
      current = best;
      direction = best.excess;
      [step, idle] = [step / shorter, 1];
    }
  }
  // Only what was judged tells what the opposite of each choice would add, whatever the bound of a round was.
  return { ...pricing.price(best.prices, "judged"), upper };
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
