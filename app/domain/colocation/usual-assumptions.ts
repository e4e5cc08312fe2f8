/** How a value is counted: øre for each of something, a share, or øre. */
export type AssumptionUnit =
  "øre/employee" | "øre/m²" | "øre/m²/year" | "øre" | "øre/year" | "share" | "factor" | "months";

/** What a value can be set for: the whole case alone, or also one of its premises, or one of its units. */
export type AssumptionReach = "case" | "premises" | "unit";

/** A value that a case is reckoned with where nobody has said otherwise. Money in the prices of 2013. */
export interface UsualCaseAssumption {
  key: CaseAssumptionKey;
  unit: AssumptionUnit;
  reach: AssumptionReach;
  low: number;
  base: number;
  high: number;
  source: string;
  owner: string;
  /** Whether it is in the prices of 2013, and so lifted to the case's price year. */
  isIn2013: boolean;
}

export const caseAssumptionKeys = [
  "movePerEmployee",
  "refurbishOwn",
  "refurbishLeased",
  "conversion",
  "restoration",
  "buyOut",
  "contingency",
  "facilityManagement",
  "energy",
  "maintenance",
  "salePrice",
  "letIncome",
  "externalRentFactor",
  "avoidedYearly",
  "avoidedOnce",
  "priceLevel",
] as const;
export type CaseAssumptionKey = (typeof caseAssumptionKeys)[number];

const judgement = "Portalens eget skøn, 2013-priser";
const ledger = "Udført vedligehold 2012: 234,9 mio. kr. på 2,2 mio. m² (rapporten 2013)";
const kejd = "KEjd";

const of = (
  key: CaseAssumptionKey,
  unit: AssumptionUnit,
  [low, base, high]: readonly [number, number, number],
  more: Partial<UsualCaseAssumption> = {},
): UsualCaseAssumption => ({
  ...{ key, unit, reach: "case", low, base, high, source: judgement, owner: kejd },
  ...{ isIn2013: unit.startsWith("øre"), ...more },
});

const kr = (...amounts: [number, number, number]): [number, number, number] => [
  amounts[0] * 100,
  amounts[1] * 100,
  amounts[2] * 100,
];

/**
 * The usual values, each with how low and how high it might be. Refurbishment, conversion, moving, FM and energy: judgement in
 * 2013 prices; maintenance follows from the report's ledger. "Avoided" is nothing until somebody says what it is.
 */
export const usualCaseAssumptions: readonly UsualCaseAssumption[] = [
  of("movePerEmployee", "øre/employee", kr(4_000, 6_000, 9_000), { reach: "unit" }),
  of("refurbishOwn", "øre/m²", kr(1_500, 3_000, 6_000), { reach: "premises" }),
  of("refurbishLeased", "øre/m²", kr(800, 1_800, 3_500), { reach: "premises" }),
  of("conversion", "øre/m²", kr(8_000, 11_000, 15_000), { reach: "premises" }),
  of("restoration", "øre/m²", kr(300, 600, 1_200), { reach: "premises" }),
  of("buyOut", "øre", [0, 0, 0], { reach: "premises", isIn2013: false }),
  of("contingency", "share", [0.05, 0.15, 0.3]),
  of("facilityManagement", "øre/m²/year", kr(300, 375, 450), { reach: "premises" }),
  of("energy", "øre/m²/year", kr(90, 115, 140), { reach: "premises" }),
  of("maintenance", "øre/m²/year", kr(80, 107, 140), { reach: "premises", source: ledger }),
  of("salePrice", "øre/m²", kr(8_000, 12_000, 18_000), { reach: "premises" }),
  of("letIncome", "øre/m²/year", kr(600, 800, 1_100), { reach: "premises" }),
  of("externalRentFactor", "factor", [0.9, 1, 1.15], { reach: "premises" }),
  of("avoidedYearly", "øre/year", [0, 0, 0], { isIn2013: false }),
  of("avoidedOnce", "øre", [0, 0, 0], { isIn2013: false }),
];

/** How prices are taken to have grown a year since 2013: low, base, high. */
const priceGrowth = [0.015, 0.02, 0.025] as const;

/** What a krone of 2013 costs in a price year. @example priceLevelOf(2013).base // 1 */
export function priceLevelOf(priceYear: number): UsualCaseAssumption {
  const years = priceYear - 2013;
  const levels = priceGrowth.map((growth) => (1 + growth) ** years).sort((a, b) => a - b);
  return of("priceLevel", "factor", levels as [number, number, number], {
    source: "Portalens eget skøn: 2 % om året siden 2013 (1,5–2,5 %)",
  });
}
