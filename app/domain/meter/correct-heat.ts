import type { DegreeMonth, MonthAmount } from "./meter.ts";

/** A month this mild says nothing of how a house holds its warmth: its heat is hot water and what pipes lose. Degree days. A
 *  judgement. */
const mildBelow = 60;
/** Where no mild month was measured, so much of a mean month is taken not to depend on the weather. A judgement. */
const usualStillShare = 0.25;

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/** What a house takes in a month whatever the weather: the mean of its mild months, or a usual share of the mean month. */
export function stillHeat(months: readonly MonthAmount[], degrees: ReadonlyMap<string, DegreeMonth>): number {
  if (months.length === 0) return 0;
  const mild = months.filter(({ month }) => (degrees.get(month)?.degreeDays ?? Infinity) < mildBelow);
  return mean(
    mild.length > 0 ? mild.map(({ amount }) => amount) : months.map(({ amount }) => amount * usualStillShare),
  );
}

/**
 * Heat as it would have been in a normal year: what depends on the weather is multiplied by normal over actual degree days, the
 * rest stays. Null where nobody has said how cold the month was. Source: graddagekorrektion as Danish energy accounts do it
 * (GUF + GAF × normal / actual).
 * @example correctHeat({ month: "2026-01", amount: 110 }, { month: "2026-01", degreeDays: 400, normalDegreeDays: 500 }, 10) // 135
 */
export function correctHeat(
  { amount }: MonthAmount,
  degree: DegreeMonth | undefined,
  still: number,
): number | null {
  if (!degree) return null;
  if (degree.degreeDays < mildBelow) return amount;
  const rest = Math.min(amount, still);
  return rest + ((amount - rest) * degree.normalDegreeDays) / degree.degreeDays;
}

/** A row of months of heat, corrected; a month without degree days keeps what was measured. */
export function correctedHeat(
  months: readonly MonthAmount[],
  degrees: ReadonlyMap<string, DegreeMonth>,
): MonthAmount[] {
  const still = stillHeat(months, degrees);
  return months.map((one) => ({
    ...one,
    amount: correctHeat(one, degrees.get(one.month), still) ?? one.amount,
  }));
}
