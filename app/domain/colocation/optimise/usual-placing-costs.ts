/** What proposals are reckoned with: øre in the prices of 2013, and how prices have grown since. Judgements of the domain notes. */
export const usualPlacingCosts = {
  /** A move, each employee. */
  moveOre: 6_000_00,
  /** Refurbishment a m² that is moved into. */
  refurbishOwnOre: 3_000_00,
  refurbishLeasedOre: 1_800_00,
  /** Handing back rented premises, a m². */
  restorationOre: 600_00,
  /** A year and m²: facility management, energy, maintenance. */
  runningOre: 375_00 + 115_00 + 107_00,
  /** Sale and letting of the city's own, a m². */
  saleOre: 12_000_00,
  lettingYearlyOre: 800_00,
  /** Added to what is paid once. */
  contingency: 0.15,
  yearlyPriceGrowth: 0.02,
};
