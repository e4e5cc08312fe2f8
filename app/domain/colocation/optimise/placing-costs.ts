import { daysBetween } from "../../day.ts";
import type { CaseInputs, CasePremises, CaseUnit } from "../case-inputs.ts";
import { caseValuesOf, lookUp, type ValueOf } from "../case-values.ts";
import { earliestExit } from "../vacated-premises.ts";
import { neededM2, todayOf } from "./placing-rules.ts";

/** What a case's own assumptions (the usual ones where it has none) make of its places, øre in the case's prices. */
export interface PlacingCosts {
  /** What premises cost a year while they are kept. */
  yearlyOre: (premises: CasePremises) => number;
  /** Moving in, once: nothing for whoever is there already. */
  movingOre: (unit: CaseUnit, premises: CasePremises) => number;
  /** Giving premises up, once: below nothing where they are sold or let. */
  leavingOre: (premises: CasePremises) => number;
}

/** The costs that proposals are reckoned with, by the same values as the case's economy. `factor`: what a krone a year is worth. */
export function placingCosts(inputs: CaseInputs, factor: number): PlacingCosts {
  const value = lookUp(caseValuesOf(inputs));
  return {
    yearlyOre: ({ id, areaM2, externalRentOre }) => {
      const running = value("facilityManagement", id) + value("energy", id) + value("maintenance", id);
      return Math.round(externalRentOre * value("externalRentFactor", id) + areaM2 * running);
    },
    movingOre: (unit, premises) => {
      if (todayOf(inputs, unit.id) === premises.id) return 0;
      const refurbish = value(premises.tenure === "owned" ? "refurbishOwn" : "refurbishLeased", premises.id);
      const once = unit.employees * value("movePerEmployee", unit.id) + neededM2(unit) * refurbish;
      return Math.round(once * (1 + value("contingency")));
    },
    leavingOre: (premises) => Math.round(leavingOf(inputs, premises, value, factor)),
  };
}

/** The sale, what letting brings, or restoration and the rent until the lease can end; a lease that is bought out ends at once. */
function leavingOf(inputs: CaseInputs, premises: CasePremises, value: ValueOf, factor: number): number {
  const { id, whenVacated, areaM2, externalRentOre } = premises;
  if (whenVacated === "sell") return -areaM2 * value("salePrice", id);
  if (whenVacated === "let") return -areaM2 * value("letIncome", id) * factor;
  const restoration = areaM2 * value("restoration", id) * (1 + value("contingency"));
  const buyOut = value("buyOut", id);
  if (buyOut > 0) return restoration + buyOut;
  const exit = earliestExit(premises, inputs.readOn);
  const { startOn } = inputs.case;
  const years = exit && exit > startOn ? daysBetween(startOn, exit) / 365.25 : 0;
  return restoration + externalRentOre * value("externalRentFactor", id) * years;
}
