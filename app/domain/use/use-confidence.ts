import type { UseSource } from "./use-week.ts";

/** The confidence that a source earns with its first week, and the most it can earn. Judgements of the portal's own. */
const earned: Record<UseSource, { first: number; most: number }> = {
  estimate: { first: 0.4, most: 0.4 },
  booking: { first: 0.3, most: 0.7 },
  count: { first: 0.4, most: 0.9 },
  sensor: { first: 0.5, most: 0.95 },
};

/** From so many weeks on a figure is as sure as its source can make it, and its peak is read as P95. */
export const weeksForPeak = 8;

/**
 * How sure a pattern is, 0 to 1: an estimate is 0.4 whoever makes it; what was seen grows with the weeks, up to what its
 * source is good for after eight of them, and in proportion to the share of the places that were watched.
 * Source: the portal's own judgement. @example useConfidence("sensor", 8) // 0.95
 */
export function useConfidence(source: UseSource, weeks: number, watchedShare = 1): number {
  const { first, most } = earned[source];
  const grown = first + ((most - first) * Math.min(weeks, weeksForPeak)) / weeksForPeak;
  return Math.round(grown * Math.max(0, Math.min(1, watchedShare)) * 100) / 100;
}
