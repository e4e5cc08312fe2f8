import { priceLevelOf, usualCaseAssumptions, type CaseAssumptionKey } from "../usual-assumptions.ts";
import type { House } from "./candidate-places.ts";

/** What a candidate comes to for the city: saved a year, paid once, and the years until the one has paid the other. Øre. */
export interface CandidateMoney {
  yearlyOre: number;
  onceOre: number;
  paybackYears: number | null;
}

/** The city's values for a first look, in the prices of a year: per m², and a year where they come every year. */
export interface CandidateRates {
  movePerM2: number;
  refurbishOwn: number;
  refurbishLeased: number;
  conversion: number;
  contingency: number;
  running: number;
  maintenance: number;
}

/** Gross m² an employee, the middle of the norm for mixed offices: a move is priced by m² before anybody has counted heads. */
export const m2PerEmployee = 27.5;

/** Where rooms are shared by the hour, this share of the m² is still furnished: cupboards, a store, a desk. A judgement. */
const furnishedWhenShared = 0.1;

/** The usual assumptions of a case at the price level of a year, laid on m². @example ratesIn(2013).running // 49000 */
export function ratesIn(year: number): CandidateRates {
  const level = priceLevelOf(year).base;
  const base = (key: CaseAssumptionKey) => usualCaseAssumptions.find((one) => one.key === key)!.base;
  return {
    movePerM2: (base("movePerEmployee") * level) / m2PerEmployee,
    refurbishOwn: base("refurbishOwn") * level,
    refurbishLeased: base("refurbishLeased") * level,
    conversion: base("conversion") * level,
    contingency: base("contingency"),
    running: (base("facilityManagement") + base("energy")) * level,
    maintenance: base("maintenance") * level,
  };
}

/** What the city saves a year when a house is given up: its rent to others, running it, and upkeep where it is its own. */
export const releasedYearlyOre = (house: House, rates: CandidateRates): number =>
  house.externalRentOre + house.areaM2 * (rates.running + (house.tenure === "owned" ? rates.maintenance : 0));

/** What moving m² in costs once: the move, the rooms, and what one does not foresee. */
export function movingInOre(
  areaM2: number,
  to: House,
  how: { isShared: boolean; isConverted: boolean },
  rates: CandidateRates,
): number {
  const fitting = to.tenure === "owned" ? rates.refurbishOwn : rates.refurbishLeased;
  const roomM2 = how.isShared ? areaM2 * furnishedWhenShared : areaM2;
  const perM2 = how.isConverted && !how.isShared ? rates.conversion : fitting;
  return (areaM2 * rates.movePerM2 + roomM2 * perM2) * (1 + rates.contingency);
}

/** @example moneyOf(100, 300).paybackYears // 3; nothing saved is never paid back */
export const moneyOf = (yearlyOre: number, onceOre: number): CandidateMoney => ({
  yearlyOre: Math.round(yearlyOre),
  onceOre: Math.round(onceOre),
  paybackYears: yearlyOre > 0 ? onceOre / yearlyOre : null,
});
