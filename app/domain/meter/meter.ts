export const meterKinds = ["electricity", "heat", "water"] as const;
export type MeterKind = (typeof meterKinds)[number];

/** What a meter counts in. @example unitOfMeter.water // "m³" */
export const unitOfMeter: Record<MeterKind, "kWh" | "m³"> = { electricity: "kWh", heat: "kWh", water: "m³" };

/** What was counted in a month: the month as `YYYY-MM`, the amount in the meter's unit. */
export interface MonthAmount {
  month: string;
  amount: number;
}

/** How cold a month was, against a normal one, in degree days. */
export interface DegreeMonth {
  month: string;
  degreeDays: number;
  normalDegreeDays: number;
}

/** The month so many months after another. @example monthAfter("2026-11", 3) // "2027-02" */
export function monthAfter(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** The months before another one, the oldest first. @example monthsBefore("2026-02", 2) // ["2025-12", "2026-01"] */
export const monthsBefore = (month: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => monthAfter(month, at - count));
