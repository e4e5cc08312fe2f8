/**
 * How far a plan can be from the best possible, as a share of what it costs; rounded up to a thousandth, so that what is said is never
 * better than it is. 0 where nothing better is possible.
 * @example shareFromBest(1_000, 996.2) // 0.004
 */
export function shareFromBest(ore: number, boundOre: number): number {
  const share = Math.max(0, ore - boundOre) / Math.max(1, Math.abs(ore));
  return share < 1e-6 ? 0 : Math.ceil(share * 1_000 - 1e-9) / 1_000;
}
