import type { Day } from "../day.ts";

/** An index figure of a month, named by the month's first day. */
export interface IndexFigure {
  month: Day;
  value: number;
}

/** The newest figure of a day or before it; null where the index begins later. @example figureAt(figures, "2026-11-20") */
export const figureAt = (figures: readonly IndexFigure[], on: Day): IndexFigure | null =>
  figures.reduce<IndexFigure | null>(
    (found, figure) => (figure.month <= on && (!found || figure.month > found.month) ? figure : found),
    null,
  );

/**
 * What prices of one day are multiplied by on another, to six decimals, with the month of the newer figure; 1 and no month
 * where either day lies before the index.
 * @example indexFactor([{ month: "2024-01-01", value: 100 }, { month: "2026-01-01", value: 106 }], "2024-01-01", "2026-11-20").factor // 1.06
 */
export function indexFactor(
  figures: readonly IndexFigure[],
  priceLevelOn: Day,
  on: Day,
): { factor: number; month: Day | null } {
  const [base, now] = [figureAt(figures, priceLevelOn), figureAt(figures, on)];
  if (!base || !now) return { factor: 1, month: null };
  return { factor: Math.round((now.value / base.value) * 1e6) / 1e6, month: now.month };
}
