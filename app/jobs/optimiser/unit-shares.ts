import { bitsOfWord } from "#domain/colocation/optimise/branch.ts";
import type { CodedSets } from "#domain/colocation/optimise/coded-sets.ts";
import type { Seen } from "./branch-pricing.ts";

/** How much of a unit is in one of the premises: 1 is the whole of it. */
export interface UnitShare {
  premises: number;
  unit: number;
  /** Which bit the unit has there. */
  bit: number;
  share: number;
}

/** Where units are, in parts, by the sets that are taken in parts. */
export function unitShares(sets: readonly CodedSets[], { taken }: Seen): UnitShare[] {
  const found = new Map<number, UnitShare>();
  for (const { set, share } of taken) {
    const { premises } = set;
    const own = sets[premises]!;
    for (const bit of own.bitsOf(set)) {
      const key = premises * 2 * bitsOfWord + bit;
      const one = found.get(key);
      if (one) one.share += share;
      else found.set(key, { premises, unit: own.units[bit]!, bit, share });
    }
  }
  return [...found.values()];
}
