import type { Layout, Placement } from "./layout.ts";
import { unitsOf, type PricedSets } from "./price-units.ts";

/**
 * Where to begin from, when prices are known: each unit in the set that takes it, those of the premises that gain most first; below 0
 * where no set took it. A part of what fits still fits, so every room is kept to.
 */
export function startFromSets(layout: Layout, { priced, sets }: PricedSets): Placement {
  const unitOf = unitsOf(layout);
  const start = new Int32Array(layout.units).fill(-1);
  const taken = sets
    .filter(({ premises }) => priced.worth[premises]! < 0)
    .sort((a, b) => priced.worth[a.premises]! - priced.worth[b.premises]!);
  for (const one of taken)
    for (const pair of one.best(priced.prices).pairs)
      if (start[unitOf[pair]!]! < 0) start[unitOf[pair]!] = pair;
  return start;
}
