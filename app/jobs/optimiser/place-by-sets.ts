import {
  isPossible,
  weighPlacement,
  type Layout,
  type Placement,
} from "#domain/colocation/optimise/layout.ts";
import { poolWithout } from "#domain/colocation/optimise/pool-without.ts";
import { priceUnits, setsBelow, type PricedSets } from "#domain/colocation/optimise/price-units.ts";
import { searchPlacement } from "#domain/colocation/optimise/search-placement.ts";
import type { UnitSet } from "#domain/colocation/optimise/premises-sets.ts";
import { startFromSets } from "#domain/colocation/optimise/start-from-sets.ts";
import { setModel } from "#domain/colocation/optimise/set-model.ts";
import { codeSets } from "#domain/colocation/optimise/code-sets.ts";
import type { CodedSets } from "#domain/colocation/optimise/coded-sets.ts";
import { branchOnPremises } from "./branch-on-premises.ts";
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
/** So many, beside those that paid on the way, can be chosen from in seconds. */
const mostNear = 4_000;
/** Prices stand still before so many rounds, and a search is ended by its time. */
const priceRounds = 3_000;
const searchRounds = 300_000;
/** What a branch comes to is made better by a short search that hardly accepts anything worse: those beside it come to others. */
const polish = { rounds: 1_500, hottest: 0.005 };
/** Of the time there is at most so much goes to prices, and of what they leave so much to a search: less where branches follow it. */
const [pricesShare, searchShare, searchBeforeBranches] = [0.5, 0.5, 0.1];
/** Of what a search leaves most goes to the sets that are near. */
const nearShare = 0.8;

/**
 * Makes a placement better by choosing whole sets of units, and says how far from the best it can be: prices first; then every set that a
 * better placement could be made of, where they are few enough; else branches by which premises are kept, or, where there are too
 * many sets for those, the sets that are near.
 */
export async function placeBySets(
  layout: Layout,
  first: Standing,
  options: SetsOptions,
): Promise<PlacedBySets> {
  const { gapAtMost, left } = options;
  const after = (share: number) => {
    const endsWith = left() * (1 - share);
    return () => left() < endsWith;
  };
  const priced = priceUnits(layout, first.cost, { rounds: priceRounds, shouldStop: after(pricesShare) });
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
  let offers = 0;
  const offer = (begun: Placement) => {
    const shouldStop = () => left() <= 0;
    const found = searchPlacement(layout, { ...polish, seed: (offers += 1), start: begun, shouldStop });
    if (found) best = better(layout, best, { ...found, kept: layout.isKept });
    return best.cost;
  };
  const branch = async (coded: readonly CodedSets[]) => {
    const known = { upper: best.cost, gapAtMost, offer, shouldStop: () => left() <= 0 };
    try {
      bound = Math.max(bound, await branchOnPremises(layout, coded, priced.pool, known));
    } catch {
      // Out of memory, most often: the bound that prices gave stands, and what branches found until then.
    }
  };
  if (isGood()) return { best, bound: Math.min(bound, best.cost), isWhole: true };
  let all = setsBelow(layout, priced, best.cost, mostSets);
  if (!all) {
    const start = startFromSets(layout, priced);
    best = searchedFrom(layout, best, { start, hottest: 0.01, shouldStop: after(searchBeforeBranches) });
    // Branches know no budget: with one, the sets that are near are what finds placements that keep it.
    const isFree = layout.limits.every((limit) => limit === Infinity);
    const coded = isFree ? codeSets(layout, priced, best.cost) : null;
    if (coded) {
      await branch(coded);
      return { best, bound: Math.min(bound, best.cost), isWhole: true };
    }
    // Of many units hardly anything worse is accepted: from prices the way down is long, and it is not come to an end in the time there is.
    best = searchedFrom(layout, best, { start, hottest: 0.001, shouldStop: after(searchShare) });
    const near = nearestSets(layout, priced, best.cost);
    const pool = poolWithout(layout, [...priced.pool, ...near], best.placement);
    await choose(pool, Math.max(0.1, left() * nearShare));
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

/** The sets that cost least at the prices there are: as many of those that a better placement could be made of as the solver takes quickly. */
function nearestSets(layout: Layout, priced: PricedSets, cost: number): UnitSet[] {
  const { bound } = priced.priced;
  for (let share = 0.5; share > 0.001; share /= 1.5) {
    const sets = setsBelow(layout, priced, bound + (cost - bound) * share, mostNear);
    if (sets) return sets;
  }
  return [];
}

/** A search from where prices put everyone, as long as there is time for it. */
function searchedFrom(
  layout: Layout,
  known: Standing,
  options: { start: Placement; hottest: number; shouldStop: () => boolean },
): Standing {
  const found = searchPlacement(layout, { ...options, rounds: searchRounds, seed: 1 });
  return found && found.cost < known.cost ? { ...found, kept: layout.isKept } : known;
}

function better(
  layout: Layout,
  known: Standing,
  found: { placement: Placement; kept: Uint8Array },
): Standing {
  const weighed = weighPlacement(layout, found.placement, found.kept);
  return isPossible(weighed) && weighed.cost < known.cost ? { ...found, cost: weighed.cost } : known;
}
