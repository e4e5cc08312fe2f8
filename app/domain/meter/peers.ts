import { median } from "./odd-months.ts";

/** A house among its peers: above, below, within; null where it has too few peers or takes nothing. */
export type AmongPeers = "high" | "low" | "within" | null;

/** Fewer than so many peers say nothing. */
export const fewestPeers = 8;
/** A modified z-score beyond this is an outlier. Source: Iglewicz and Hoaglin, 1993. */
const mostScore = 3.5;
const madToSigma = 0.6745;

/**
 * Judges houses of one use by what they take a m² and year, on a scale of ratios (half as much is as odd as twice as much):
 * modified z-scores of the logarithms. Who takes nothing is not judged.
 * @example amongPeers([90, 95, 98, 100, 101, 104, 108, 112, 900]).at(-1) // { peers: "high", median: 101 }
 */
export function amongPeers(perM2: readonly number[]): { peers: AmongPeers; median: number | null }[] {
  const logs = perM2.map((value) => (value > 0 ? Math.log(value) : null));
  const known = logs.filter((value) => value !== null);
  if (known.length < fewestPeers) return perM2.map(() => ({ peers: null, median: null }));
  const middle = median(known);
  const spread = median(known.map((value) => Math.abs(value - middle)));
  return logs.map((value) => {
    if (value === null) return { peers: null, median: Math.exp(middle) };
    // Where half of all are alike, any difference beyond a tenth is one.
    const score = (madToSigma * (value - middle)) / Math.max(spread, 0.03);
    return {
      peers: score > mostScore ? "high" : score < -mostScore ? "low" : "within",
      median: Math.exp(middle),
    };
  });
}
