/** The rent of leases that end in the same year: `lastYear` is the last in which they still run on 1 January; null for those without an end. */
export interface RentEnding {
  lastYear: number | null;
  yearlyOre: number;
  /** The part of it that follows the index. */
  indexedOre: number;
}

/** What leases cost a year on 1 January: if all of them go on, and if none is made longer than agreed. Øre. */
export interface ForecastYear {
  year: number;
  goesOnOre: number;
  agreedOre: number;
}

/**
 * The yearly rent on each 1 January ahead, where what follows the index grows by the same share each year and the rest
 * stands still. Growth is an assumption, and is shown with the figure.
 * @example forecastRent([{ lastYear: 2028, yearlyOre: 100, indexedOre: 100 }], { from: 2026, years: 3, growth: 0.02 })
 * // 2027: 102, 102; 2028: 104, 104; 2029: 106 if it goes on, 0 as agreed
 */
export function forecastRent(
  rents: readonly RentEnding[],
  { from, years, growth }: { from: number; years: number; growth: number },
): ForecastYear[] {
  return Array.from({ length: years }, (_, index) => {
    const year = from + index + 1;
    const factor = (1 + growth) ** (index + 1);
    const level = ({ yearlyOre, indexedOre }: RentEnding) => yearlyOre - indexedOre + indexedOre * factor;
    const sum = (of: readonly RentEnding[]) => Math.round(of.reduce((total, rent) => total + level(rent), 0));
    const running = rents.filter(({ lastYear }) => lastYear === null || lastYear >= year);
    return { year, goesOnOre: sum(rents), agreedOre: sum(running) };
  });
}
