import { withSet, type Branch } from "#domain/colocation/optimise/branch.ts";
import type { CodedSet, CodedSets } from "#domain/colocation/optimise/coded-sets.ts";
import type { Layout, Placement } from "#domain/colocation/optimise/layout.ts";
import type { BranchPricing, Seen } from "./branch-pricing.ts";

const least = 1e-6;
/** Where more sets than this are taken in part, several that are nearly whole are fixed at a time. */
const [manyParts, nearlyWhole, mostAtOnce] = [60, 0.6, 8];

/**
 * Goes down from a branch, fixing whole sets and one of the others, those that are most whole more often, until everyone has a place or
 * nothing below is better than what is known. Returns the placement that this comes to; who has no place in it is below 0.
 */
export function followBranch(
  pricing: BranchPricing,
  layout: Layout,
  from: { branch: Branch; seen: Seen },
  { upper, chance, shouldStop }: { upper: number; chance: () => number; shouldStop: () => boolean },
): Placement {
  let { branch, seen } = from;
  while (!shouldStop() && seen.bound < upper) {
    const parts = seen.taken.filter(({ share }) => share < 1 - least);
    if (parts.length === 0) break;
    const whole = seen.taken.filter(({ share }) => share >= 1 - least);
    const sure = parts.length > manyParts ? surest(parts) : [];
    const next = sure.length > 0 ? sure : [drawn(parts, chance)];
    for (const { set } of [...whole, ...next]) branch = heldIn(pricing, branch, set);
    seen = pricing.look({ ...branch, bound: -Infinity }, upper);
  }
  return placementOf(layout, pricing.sets, seen);
}

/** Of many sets those that are nearly whole: no unit is in two of them, nor two of them in the same premises. */
const surest = <Part extends { share: number }>(parts: readonly Part[]): Part[] =>
  parts
    .filter(({ share }) => share > nearlyWhole)
    .sort((a, b) => b.share - a.share)
    .slice(0, mostAtOnce);

/** One of the sets by chance, in proportion to the square of its share. */
function drawn<Part extends { share: number }>(parts: readonly Part[], chance: () => number): Part {
  let left = chance() * parts.reduce((sum, { share }) => sum + share * share, 0);
  return parts.find(({ share }) => (left -= share * share) <= 0) ?? parts[0]!;
}

function heldIn({ sets, places }: BranchPricing, branch: Branch, set: CodedSet): Branch {
  const own = sets[set.premises]!;
  const ofUnits = own.bitsOf(set).map((bit) => places[own.units[bit]!]!);
  return withSet(branch, set, ofUnits);
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
