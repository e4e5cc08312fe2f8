import { isPossible, weighPlacement, type Layout } from "#domain/colocation/optimise/layout.ts";

/** What the best placement costs, by trying every pair of every unit. */
export function bestByTrying(layout: Layout): number {
  const placement = new Int32Array(layout.units);
  let best = Infinity;
  const place = (unit: number): void => {
    if (unit === layout.units) {
      const weighed = weighPlacement(layout, placement);
      if (isPossible(weighed)) best = Math.min(best, weighed.cost);
      return;
    }
    for (let pair = layout.pairStart[unit]!; pair < layout.pairStart[unit + 1]!; pair += 1) {
      placement[unit] = pair;
      place(unit + 1);
    }
  };
  place(0);
  return best;
}
