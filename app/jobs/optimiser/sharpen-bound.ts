import { wholeBranch } from "#domain/colocation/optimise/branch.ts";
import { openingOf, type Layout } from "#domain/colocation/optimise/layout.ts";
import type { BestSet, PremisesSets, UnitSet } from "#domain/colocation/optimise/premises-sets.ts";
import { unitsOf, type PricedSets } from "#domain/colocation/optimise/price-units.ts";
import type { BranchPricing, Seen } from "./branch-pricing.ts";
import type { SetsOptions } from "./placed-by-sets.ts";

/** How much of the best prices known is mixed into those of the program, at first; below the least, none. */
const [firstShare, leastShare] = [0.5, 0.1];
/** A walk through sets is cut short after so many; then the solver is asked, for so many seconds and this close. */
const [walkNodes, solverSeconds, solverGap] = [300_000, 1, 0.002];
/** So near to what the program costs, a bound is as good as it can be. */
const nearEnough = 1e-4;

export interface SharpenOptions {
  upper: number;
  solve: SetsOptions["solve"];
  shouldStop: () => boolean;
}

/**
 * What no placement costs less than, where sets are too many to branch on: the program's own prices, mixed with the best known so that they do
 * not swing, are asked of all sets of all premises, and sets that pay come into the program (column generation; Wentges 1997).
 */
export async function sharpenBound(
  layout: Layout,
  { priced, sets }: PricedSets,
  pricing: BranchPricing,
  options: SharpenOptions,
): Promise<number> {
  let { prices, bound } = priced;
  const whole = wholeBranch(layout.premises, -Infinity);
  for (let share = firstShare; !options.shouldStop();) {
    const seen = pricing.look(whole, options.upper);
    const mixed = seen.prices.map((each, unit) => (1 - share) * each + share * prices[unit]!);
    const asked = await askAll(layout, sets, { prices: mixed, seen }, options);
    if (asked.bound > bound) [prices, bound] = [mixed, asked.bound];
    if (seen.cost + layout.offset - bound < nearEnough * Math.abs(bound)) break;
    if (pricing.include(asked.paying) > 0) continue;
    if (share === 0) break;
    share = share / 2 < leastShare ? 0 : share / 2;
  }
  return bound;
}

/** What no placement costs less than by these prices, and the sets on the way that would pay in the program. */
async function askAll(
  layout: Layout,
  sets: readonly PremisesSets[],
  { prices, seen }: { prices: Float64Array; seen: Seen },
  { upper, solve }: SharpenOptions,
): Promise<{ bound: number; paying: UnitSet[] }> {
  const unitOf = unitsOf(layout);
  const slack = 1e-8 * Math.abs(upper);
  const paying: UnitSet[] = [];
  let bound = prices.reduce((sum, each) => sum + each, layout.offset);
  for (const one of sets) {
    const { premises } = one;
    const opening = openingOf(layout, premises);
    const { pairs, gain, gainAtMost } = await bestOf(one, prices, opening - seen.worth[premises]!, solve);
    bound += Math.min(0, opening - gainAtMost);
    if (pairs.length === 0) continue;
    const offers = (by: Float64Array) => pairs.reduce((sum, pair) => sum + by[unitOf[pair]!]!, 0);
    const cost = offers(prices) - gain;
    if (opening + cost - offers(seen.prices) < seen.worth[premises]! - slack)
      paying.push({ premises, pairs, cost });
  }
  return { bound, paying };
}

/** The set that gains most, by a walk, and by the solver where that is too long; what gains less than `floor` need not be found. */
async function bestOf(
  one: PremisesSets,
  prices: Float64Array,
  floor: number,
  solve: SetsOptions["solve"],
): Promise<BestSet> {
  const walked = one.best(prices, walkNodes, Math.max(0, floor));
  const known = Math.max(walked.gain, floor, 0);
  if (walked.gainAtMost <= known * (1 + solverGap)) return walked;
  const { model, scale, read } = one.model(prices);
  const solved = await solve({ model, start: null, secondsAtMost: solverSeconds, gapAtMost: solverGap });
  if (solved?.bound == null) return walked;
  // The solver is right to a millionth only.
  const gainAtMost = Math.min(walked.gainAtMost, (-solved.bound / scale) * (1 + 1e-6));
  const gain = solved.values ? -solved.best! / scale : 0;
  return gain > walked.gain
    ? { pairs: read(solved.values!), gain, gainAtMost: Math.max(gain, gainAtMost) }
    : { ...walked, gainAtMost: Math.max(walked.gain, gainAtMost) };
}
