import { monthAfter, type MonthAmount } from "./meter.ts";

/** A month that is not as the same month of other years: how it is odd, what was expected, and by how much it is off (−1 … ). */
export interface OddMonth {
  month: string;
  kind: "high" | "low" | "missing";
  expected: number | null;
  offBy: number | null;
}

/** So far from what was expected a month must be to be odd. A judgement. */
const oddShare = 0.4;
/** A month this small, against a mean one, is never odd: a school in July may double its nothing. A judgement. */
const smallShare = 0.1;

/** The middle value; of an even number the mean of the two in the middle. @example median([1, 9, 2, 4]) // 3 */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/**
 * The months, of the last so many, that differ from the median of the same calendar month in other years (two at least) by more
 * than 40 %, and those that are missing between the first and the last. Heat is given corrected for degree days.
 * @example oddMonths([{ month: "2024-01", amount: 10 }, { month: "2025-01", amount: 10 }, { month: "2026-01", amount: 19 }], 1)
 * // [{ month: "2026-01", kind: "high", expected: 10, offBy: 0.9 }]
 */
export function oddMonths(months: readonly MonthAmount[], last: number): OddMonth[] {
  const newest = months.at(-1)?.month;
  const first = months[0]?.month;
  if (!newest || !first) return [];
  const known = new Map(months.map(({ month, amount }) => [month, amount]));
  const mean = months.reduce((sum, { amount }) => sum + amount, 0) / months.length;
  const asked = Array.from({ length: last }, (_, at) => monthAfter(newest, at + 1 - last)).filter(
    (one) => one >= first,
  );
  return asked.flatMap((month): OddMonth[] => {
    const amount = known.get(month);
    if (amount === undefined) return [{ month, kind: "missing", expected: null, offBy: null }];
    const others = months.filter((one) => one.month.slice(5) === month.slice(5) && one.month !== month);
    if (others.length < 2) return [];
    const expected = median(others.map((one) => one.amount));
    const off = amount - expected;
    if (Math.abs(off) <= Math.max(expected * oddShare, mean * smallShare)) return [];
    return [{ month, kind: off > 0 ? "high" : "low", expected, offBy: expected > 0 ? off / expected : null }];
  });
}
