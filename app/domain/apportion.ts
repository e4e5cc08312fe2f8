/**
 * Shares a whole number of indivisible units (øre, m²) in proportion to weights, exactly: everyone gets the whole part of
 * their share, and what rounding leaves goes one by one to the largest remainders, earlier first among equals.
 * Source: the largest remainder method (Hare quota).
 * Throws RangeError where `total` is not a whole number ≥ 0, or no weight is positive while there is something to share.
 * @example apportion([1, 1, 1], 100) // [34, 33, 33]
 */
export function apportion(weights: readonly number[], total: number): number[] {
  if (!Number.isSafeInteger(total) || total < 0) throw new RangeError(`cannot share ${total}`);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (!(sum > 0)) {
    if (total === 0) return weights.map(() => 0);
    throw new RangeError("nobody to share with");
  }
  const exact = weights.map((weight) => (weight / sum) * total);
  const shares = exact.map(Math.floor);
  const left = total - shares.reduce((all, share) => all + share, 0);
  exact
    .map((share, index) => ({ index, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, left)
    .forEach(({ index }) => shares[index]!++);
  return shares;
}
