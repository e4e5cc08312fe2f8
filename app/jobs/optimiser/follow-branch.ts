import { isThere, splitByUnit, type Branch } from "#domain/colocation/optimise/branch.ts";
import type { CodedSets } from "#domain/colocation/optimise/coded-sets.ts";
import type { Layout, Placement } from "#domain/colocation/optimise/layout.ts";
import type { BranchPricing, Seen } from "./branch-pricing.ts";
import { unitShares, type UnitShare } from "./unit-shares.ts";

const least = 1e-6;
/** What part of all units is decided at a time, at most, and so often a unit may turn out not to be where it was likely. */
const [atATime, mostFailures] = [0.03, 4];
/** How much chance there is in who is decided next: a share counts for so much less or more. */
const luck = 0.3;

/** Where a placement has each unit, and how much that counts beside a share of 1. */
export interface Pull {
  premises: Int32Array;
  strength: number;
}

export interface FollowOptions {
  /** What the best known placement costs. */
  upper: number;
  chance: () => number;
  shouldStop: () => boolean;
  pull: Pull | null;
}

/**
 * Goes down from a branch, deciding some units at a time, those that are most in one place first, with some chance, until everyone has a place
 * or nothing below is better than what is known. Returns the placement that this comes to; who has no place in it is below 0.
 */
export function followBranch(
  pricing: BranchPricing,
  layout: Layout,
  from: { branch: Branch; seen: Seen },
  options: FollowOptions,
): Placement {
  const { upper, shouldStop } = options;
  const { places, sets } = pricing;
  const look = (part: Branch): Seen => pricing.look({ ...part, bound: -Infinity }, upper);
  const held = (part: Branch, units: readonly UnitShare[]): Branch =>
    units.reduce((all, { unit, premises }) => splitByUnit(all, places[unit]!, premises)[0], part);
  let { branch, seen } = from;
  for (let failures = 0; failures <= mostFailures && !shouldStop();) {
    const { sure, likely } = nextOf(unitShares(sets, seen), branch, options);
    if (likely.length === 0) break;
    branch = held(branch, sure);
    let below: Seen | null = null;
    const atFirst = Math.min(likely.length, Math.ceil(layout.units * atATime));
    for (let most = atFirst; most >= 1 && !below; most = fewer(most)) {
      const part = held(branch, likely.slice(0, most));
      const found = look(part);
      if (found.bound < upper) [branch, below] = [part, found];
    }
    if (!below) {
      // Not even the likeliest of them can be there: then it is elsewhere.
      failures += 1;
      const { unit, premises } = likely[0]!;
      [, branch] = splitByUnit(branch, places[unit]!, premises);
      below = look(branch);
      if (below.bound >= upper) break;
    }
    seen = below;
  }
  return placementOf(layout, sets, seen);
}

/** A quarter of so many, rounded up; none of one. */
const fewer = (count: number): number => (count === 1 ? 0 : Math.ceil(count / 4));

/**
 * Units that are whole in one place and not yet held there; and those that could be decided next, the likeliest first: one in each of the
 * premises, as two that are likely there need not fit together.
 */
function nextOf(
  shares: readonly UnitShare[],
  branch: Branch,
  { chance, pull }: FollowOptions,
): { sure: UnitShare[]; likely: UnitShare[] } {
  const open = shares.filter(({ premises, bit }) => !isThere(branch, premises, bit));
  const pulled = ({ unit, premises: s }: UnitShare): number =>
    pull && pull.premises[unit] === s ? pull.strength : 0;
  const sure = open.filter(({ share }) => share > 1 - least);
  const [units, premises] = [new Set<number>(), new Set<number>()];
  const likely = open
    .filter(({ share }) => share <= 1 - least)
    .map((one) => ({ one, rank: one.share * (1 + luck * (2 * chance() - 1)) + pulled(one) }))
    .sort((a, b) => b.rank - a.rank)
    .flatMap(({ one }) => {
      if (units.has(one.unit) || premises.has(one.premises)) return [];
      units.add(one.unit);
      premises.add(one.premises);
      return [one];
    });
  return { sure, likely };
}

/** The sets of which most is taken, one in each of the premises and no unit twice; who is left has no place yet. */
export function placementOf(layout: Layout, sets: readonly CodedSets[], { taken }: Seen): Placement {
  const placement: Placement = new Int32Array(layout.units).fill(-1);
  const held = new Set<number>();
  for (const { set } of [...taken].sort((a, b) => b.share - a.share)) {
    const own = sets[set.premises]!;
    const bits = own.bitsOf(set);
    if (held.has(set.premises) || bits.some((bit) => placement[own.units[bit]!]! >= 0)) continue;
    held.add(set.premises);
    for (const bit of bits) placement[own.units[bit]!] = own.pairs[bit]!;
  }
  return placement;
}
