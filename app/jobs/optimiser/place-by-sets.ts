import {
  isPossible,
  weighPlacement,
  type Layout,
  type Placement,
} from "#domain/colocation/optimise/layout.ts";
import { poolWithout } from "#domain/colocation/optimise/pool-without.ts";
import { priceUnits, setsBelow } from "#domain/colocation/optimise/price-units.ts";
import type { UnitSet } from "#domain/colocation/optimise/premises-sets.ts";
import { setModel } from "#domain/colocation/optimise/set-model.ts";
import type { Question, Solved } from "./question.ts";

/** A placement with the premises that are kept, and what it costs. */
export interface Standing {
  placement: Placement;
  kept: Uint8Array;
  cost: number;
}

export interface SetsOptions {
  gapAtMost: number;
  /** Null where the solver broke down. */
  solve: (question: Omit<Question, "stop">) => Promise<Solved | null>;
  /** Seconds that are left of the time there is. */
  left: () => number;
}

export interface PlacedBySets {
  best: Standing;
  /** No placement costs less. */
  bound: number;
  /** Every set that could have been better was before the solver: there is nothing left to look for in another way. */
  isWhole: boolean;
}

/** More sets than this are not laid before the solver. */
const mostSets = 60_000;
const rounds = 3_000;

/**
 * Makes a placement better by choosing whole sets of units, and says how far from the best it can be: prices first, then the sets that
 * paid on the way, and then, where they are few enough, every set that a better placement could be made of.
 */
export async function placeBySets(
  layout: Layout,
  first: Standing,
  options: SetsOptions,
): Promise<PlacedBySets> {
  const { gapAtMost, left } = options;
  const pricesEnd = left() * 0.5;
  const priced = priceUnits(layout, first.cost, { rounds, shouldStop: () => left() < pricesEnd });
  let { bound } = priced.priced;
  let best = first;
  const isGood = () => best.cost - bound <= Math.max(gapAtMost, 1e-9) * Math.abs(best.cost);
  const choose = async (sets: readonly UnitSet[], secondsAtMost: number) => {
    const { model, scale, startFrom, read } = setModel(layout, sets, best.cost);
    const start = startFrom(best.placement, best.kept);
    const solved = await options.solve({ model, start, secondsAtMost, gapAtMost });
    if (solved?.values) best = better(layout, best, read(solved.values));
    return solved && (solved.bound ?? -Infinity) / scale;
  };
  if (isGood()) return { best, bound: Math.min(bound, best.cost), isWhole: true };
  let all = setsBelow(layout, priced, best.cost, mostSets);
  if (!all) {
    await choose(poolWithout(layout, priced.pool, best.placement), Math.max(0.1, left() * 0.6));
    all = isGood() ? null : setsBelow(layout, priced, best.cost, mostSets);
  }
  if (!all) return { best, bound: Math.min(bound, best.cost), isWhole: isGood() };
  const before = best.cost;
  const proven = await choose(all, Math.max(0.1, left()));
  if (proven === null) return { best, bound: Math.min(bound, best.cost), isWhole: isGood() };
  // Of placements made of other sets none costs less than the best that was known when these were chosen.
  bound = Math.max(bound, Math.min(before, proven));
  return { best, bound: Math.min(bound, best.cost), isWhole: true };
}

function better(
  layout: Layout,
  known: Standing,
  found: { placement: Placement; kept: Uint8Array },
): Standing {
  const weighed = weighPlacement(layout, found.placement, found.kept);
  return isPossible(weighed) && weighed.cost < known.cost ? { ...found, cost: weighed.cost } : known;
}
