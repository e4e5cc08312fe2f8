interface Costs {
  totalOre: number | null;
  boundOre: number | null;
  nothingOre: number;
}

/** How far a plan can be from the best: as a share of what none can be below, and of what could be saved at all. Null
 *  where no bound is known. @example gapOf({ totalOre: 102, boundOre: 100, nothingOre: 150 }) // { share: 0.02, ofAvoidable: 0.04 } */
export function gapOf({
  totalOre,
  boundOre,
  nothingOre,
}: Costs): { share: number; ofAvoidable: number } | null {
  if (totalOre === null || boundOre === null || boundOre <= 0) return null;
  const gap = Math.max(0, totalOre - boundOre);
  return { share: gap / boundOre, ofAvoidable: nothingOre > boundOre ? gap / (nothingOre - boundOre) : 0 };
}
