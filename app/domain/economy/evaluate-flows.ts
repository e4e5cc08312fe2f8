import { internalRates } from "./internal-rates.ts";
import { netPresentValue } from "./net-present-value.ts";
import { discountedPaybackYears, paybackYears } from "./payback.ts";
import { discountFactors, type RateStep } from "./rate-schedule.ts";

/**
 * What to say of a case in one of three: it meets the payback demanded; it fails that and is still worth it over its life
 * (the report's own argument for buildings); or it costs more than it gives. Where no money moves there is nothing to judge.
 */
export type EconomyVerdict = "meetsDemand" | "worthOverLife" | "negative" | "unchanged";

/** The payback that the city demands of investment cases, in years. Source: the report on cross-cutting units, June 2013. */
export const demandedPaybackYears = 6;

/** What flows come to. Rates and shares are fractions; money in øre. */
export interface FlowsEvaluated {
  npvOre: number;
  irr: number[];
  paybackYears: number | null;
  discountedPaybackYears: number | null;
  verdict: EconomyVerdict;
}

/** The verdict by net present value and simple payback. Whoever loses money over the whole has not met the demand, however
 *  soon the first money came back. @example verdictOf(-1, 2) // "negative" */
export const verdictOf = (npvOre: number, payback: number | null): EconomyVerdict => {
  if (npvOre < 0) return "negative";
  return payback !== null && payback <= demandedPaybackYears ? "meetsDemand" : "worthOverLife";
};

/**
 * Net present value, internal rates, paybacks and verdict of flows: the first now, the others at the ends of their years.
 * @example evaluateFlows([-100_00, 60_00, 60_00], [{ fromYear: 0, rate: 0.1 }]).npvOre // 413
 */
export function evaluateFlows(flowsOre: readonly number[], steps: readonly RateStep[]): FlowsEvaluated {
  const factors = discountFactors(steps, flowsOre.length - 1);
  // Nothing paid and nothing gained has not paid itself back at once: it has not been asked to.
  const isUnchanged = flowsOre.every((flow) => flow === 0);
  const payback = isUnchanged ? null : paybackYears(flowsOre);
  const npvOre = Math.round(netPresentValue(flowsOre, factors)) + 0;
  return {
    npvOre,
    irr: internalRates(flowsOre),
    paybackYears: payback,
    discountedPaybackYears: isUnchanged ? null : discountedPaybackYears(flowsOre, factors),
    verdict: isUnchanged ? "unchanged" : verdictOf(npvOre, payback),
  };
}
