import type { IndexFigure } from "../backlog/price-index.ts";
import type { Day } from "../day-count.ts";
import type { Id } from "../id.ts";

/** What an amount was reckoned from, kept with it so that it can be explained when terms have long been changed. */
export interface ChargeInputs {
  /** The term that was charged; null for a fee, a share of a cost, or an amount that was put right by hand. */
  termId: Id | null;
  unitYearlyOre: number | null;
  areaM2: number | null;
  factor: number | null;
  base: IndexFigure | null;
  now: IndexFigure | null;
  isBounded: boolean;
  /** Of a fee: the share, and the øre it was taken of. */
  rate?: number;
  ofOre?: number;
  source: string;
}

/** One line of what a lease is charged: what for, which days, from what, how much in øre. Days half-open. */
export interface ChargeLine {
  /** As of a rent's lines ("base:capital", "taxes"), or "fee". */
  key: string;
  from: Day;
  to: Day;
  formula: string;
  inputs: ChargeInputs;
  amountOre: number;
}

/** The line that passes the rent of others on for a fee. */
export const feeKey = "fee";

export const sumOf = (lines: readonly { amountOre: number }[]): number =>
  lines.reduce((sum, { amountOre }) => sum + amountOre, 0);
