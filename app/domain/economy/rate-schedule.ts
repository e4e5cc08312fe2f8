import type { Day } from "../day-count.ts";

/** A real discount rate, as a share a year, from a year on until the next step begins. */
export interface RateStep {
  fromYear: number;
  rate: number;
}

/** Rates that hold for analyses made from a day on. */
export interface RateSchedule {
  validFrom: Day;
  source: string;
  steps: readonly RateStep[];
}

/**
 * The real social discount rates that the Danish Ministry of Finance recommends, falling with time, each from the day it
 * was announced. Before 2013 one rate held for every year.
 */
export const rateSchedules: readonly RateSchedule[] = [
  {
    validFrom: "2009-01-01",
    source: "Finansministeriet, 5 % i alle år (før 31. maj 2013)",
    steps: [{ fromYear: 0, rate: 0.05 }],
  },
  {
    validFrom: "2013-05-31",
    source: "Finansministeriet, 31. maj 2013",
    steps: [
      { fromYear: 0, rate: 0.04 },
      { fromYear: 36, rate: 0.03 },
      { fromYear: 71, rate: 0.02 },
    ],
  },
  {
    validFrom: "2021-01-07",
    source: "Finansministeriet, dokumentationsnotat 7. januar 2021",
    steps: [
      { fromYear: 0, rate: 0.035 },
      { fromYear: 36, rate: 0.025 },
      { fromYear: 71, rate: 0.015 },
    ],
  },
];

/** The schedule in force on a day; before the first, the first. @example rateScheduleOn("2013-06-01").steps[0].rate // 0.04 */
export const rateScheduleOn = (day: Day): RateSchedule =>
  rateSchedules.findLast(({ validFrom }) => validFrom <= day) ?? rateSchedules[0]!;

/** The rate of a year. @example rateOf([{ fromYear: 0, rate: 0.04 }, { fromYear: 36, rate: 0.03 }], 36) // 0.03 */
const rateOf = (steps: readonly RateStep[], year: number): number =>
  steps.findLast(({ fromYear }) => fromYear <= year)!.rate;

/**
 * What a krone at the end of each year is worth today, from year 0 (now, worth 1) to the last. Chained: year 36 is discounted
 * once by its own rate and 35 times by the rate before it. The steps begin in year 0 or 1, in order.
 * @example discountFactors([{ fromYear: 0, rate: 0.25 }], 2) // [1, 0.8, 0.64]
 */
export function discountFactors(steps: readonly RateStep[], lastYear: number): number[] {
  const factors = [1];
  for (let year = 1; year <= lastYear; year++) factors.push(factors[year - 1]! / (1 + rateOf(steps, year)));
  return factors;
}
