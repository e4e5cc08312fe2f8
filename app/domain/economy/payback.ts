/**
 * Years until what was paid out has come back for the first time; money comes evenly within its year. 0 where nothing is
 * ever out, null where it does not come back. Later losses are not its business: the net present value sees them.
 * @example paybackYears([-100, 40, 40, 40]) // 2.5
 */
export function paybackYears(flows: readonly number[]): number | null {
  let sum = 0;
  let isOut = false;
  for (const [year, flow] of flows.entries()) {
    if (isOut && sum + flow >= 0) return year - 1 + -sum / flow;
    sum += flow;
    isOut ||= sum < 0;
  }
  return isOut ? null : 0;
}

/** The same of flows in today's money. @example discountedPaybackYears([-100, 125, 0], [1, 0.8, 0.64]) // 1 */
export const discountedPaybackYears = (flows: readonly number[], factors: readonly number[]): number | null =>
  paybackYears(flows.map((flow, year) => flow * factors[year]!));
