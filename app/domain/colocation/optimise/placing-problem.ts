/** What placing is asked, as it is written down: units and premises by name, money in øre, yearly amounts without their factor. */
export interface PlacingProblem {
  /** What a yearly amount comes to over the horizon, discounted (annuity factor). */
  factor: number;
  units: { id: string; rooms: readonly number[]; hours: readonly number[] }[];
  premises: {
    id: string;
    /** m² of each function. */
    rooms: readonly number[];
    /** Persons at once in what is shared; null without limit. */
    seats: number | null;
    /** External rent, FM, energy and maintenance. */
    yearlyOre: number;
    /** What giving it up costs once: buy-out and restoration, less the sale. */
    leavingOre: number;
    /** It cannot be given up, as its lease runs and cannot be bought out. */
    mustStay: boolean;
  }[];
  /** Where a unit may go: allowed pairs alone. `yearlyOre` is travel. */
  pairs: { unit: string; premises: string; oneOffOre: number; yearlyOre: number }[];
  synergies: { a: string; b: string; yearlyOre: number }[];
  apart: { a: string; b: string }[];
  together: { a: string; b: string }[];
  /** Most that may be spent once; null without limit. */
  budgetOre: number | null;
  /** What is paid once must come back in so many years; against what is spent a year today. */
  payback: { years: number; yearlyOreToday: number } | null;
}

export interface PlacingAnswer {
  /** Unit to premises. */
  placed: Map<string, string>;
  kept: string[];
}
