/**
 * Net present value in øre: each flow times what a krone of its year is worth today. `flowsOre[0]` is paid now, `flowsOre[t]`
 * at the end of year t. Not rounded; whoever shows it rounds. In a spreadsheet: =A0+NPV(rate; A1:An).
 * @example netPresentValue([-100, 60, 60], [1, 0.8, 0.64]) // -13.6
 */
export function netPresentValue(flowsOre: readonly number[], factors: readonly number[]): number {
  let sum = 0;
  for (let year = 0; year < flowsOre.length; year++) sum += flowsOre[year]! * factors[year]!;
  return sum;
}
