import { demandedPaybackYears } from "./evaluate-flows.ts";
import { seededChance } from "#domain/seeded-chance.ts";
import type { Range } from "./tornado.ts";

/** What many draws of all values at once come to. Money in øre, shares 0–1. */
export interface MonteCarlo {
  seed: number;
  draws: number;
  p10Ore: number;
  p50Ore: number;
  p90Ore: number;
  shareWithinDemand: number;
  shareAboveZero: number;
  /** How many draws fell in each of equal steps of net present value from the least to the greatest. */
  spread: { fromOre: number; toOre: number; draws: number }[];
}

/** A value in a triangle between low and high that is highest at the base. @example triangular(0, 1, 2, 0.5) // 1 */
export function triangular(low: number, base: number, high: number, chance: number): number {
  if (high <= low) return base;
  const turn = (base - low) / (high - low);
  return chance < turn
    ? low + Math.sqrt(chance * (high - low) * (base - low))
    : high - Math.sqrt((1 - chance) * (high - low) * (high - base));
}

/** The value that a share of the sorted values lies at or below, in between by proportion. @example quantile([1, 3], 0.5) // 2 */
export function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (at - below);
}

/** Of a set of values, the net present value and the simple payback. */
export type NpvAndPayback = (values: ReadonlyMap<string, number>) => {
  npvOre: number;
  paybackYears: number | null;
};

const steps = 20;

/** Draws every value in its triangle, so many times, from a seed: the same seed always says the same. */
export function monteCarlo(
  ranges: readonly Range[],
  outcome: NpvAndPayback,
  { seed, draws }: { seed: number; draws: number },
): MonteCarlo {
  const chance = seededChance(seed);
  const npvs: number[] = [];
  let withinDemand = 0;
  for (let draw = 0; draw < draws; draw++) {
    const values = new Map(
      ranges.map(({ key, low, base, high }) => [key, triangular(low, base, high, chance())]),
    );
    const { npvOre, paybackYears } = outcome(values);
    npvs.push(npvOre);
    if (paybackYears !== null && paybackYears <= demandedPaybackYears) withinDemand++;
  }
  npvs.sort((a, b) => a - b);
  return {
    ...{ seed, draws, p10Ore: Math.round(quantile(npvs, 0.1)), p50Ore: Math.round(quantile(npvs, 0.5)) },
    ...{ p90Ore: Math.round(quantile(npvs, 0.9)), shareWithinDemand: withinDemand / draws },
    shareAboveZero: npvs.filter((npv) => npv > 0).length / draws,
    spread: spreadOf(npvs),
  };
}

function spreadOf(sorted: readonly number[]): MonteCarlo["spread"] {
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  if (least === most) return [{ fromOre: least, toOre: most, draws: sorted.length }];
  const width = (most - least) / steps;
  const counts = new Array<number>(steps).fill(0);
  for (const value of sorted) counts[Math.min(Math.floor((value - least) / width), steps - 1)]!++;
  return counts.map((draws, at) => ({
    ...{ fromOre: Math.round(least + at * width), toOre: Math.round(least + (at + 1) * width), draws },
  }));
}
