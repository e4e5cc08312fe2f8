import type { Layout, Placement } from "./layout.ts";
import { unitsOf } from "./price-units.ts";
import type { UnitSet } from "./premises-sets.ts";

/** Sets that paid at some prices, each also without one of its units, and those of a placement: so that they can be joined to a whole. */
export function poolWithout(layout: Layout, pool: readonly UnitSet[], placement: Placement): UnitSet[] {
  const unitOf = unitsOf(layout);
  const found = new Map<string, UnitSet>();
  const costOf = (pairs: readonly number[]): number => {
    const inside = new Set(pairs.map((pair) => unitOf[pair]!));
    const alone = pairs.reduce((sum, pair) => sum + layout.pairCost[pair]!, 0);
    return layout.synergies.reduce(
      (cost, { a, b, value }) => (inside.has(a) && inside.has(b) ? cost - value : cost),
      alone,
    );
  };
  const add = (premises: number, given: readonly number[]) => {
    const pairs = [...given].sort((a, b) => a - b);
    const key = `${premises} ${pairs.join(",")}`;
    if (pairs.length > 0 && !found.has(key)) found.set(key, { premises, pairs, cost: costOf(pairs) });
  };
  for (const { premises, pairs } of pool) {
    add(premises, pairs);
    for (const pair of pairs)
      add(
        premises,
        pairs.filter((other) => other !== pair),
      );
  }
  for (const [premises, pairs] of insideOf(layout, placement)) add(premises, pairs);
  return [...found.values()];
}

/** The pairs of a placement, by premises. */
export function insideOf({ pairPremises }: Layout, placement: Placement): Map<number, number[]> {
  const inside = new Map<number, number[]>();
  for (const pair of placement) {
    const premises = pairPremises[pair]!;
    inside.set(premises, [...(inside.get(premises) ?? []), pair]);
  }
  return inside;
}
