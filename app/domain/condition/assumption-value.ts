import type { UsualAssumption } from "./assumption.ts";
import { readNumber } from "./read-number.ts";

type Unit = UsualAssumption["unit"];

/** How a value is typed and shown: shares in percent, money in kroner, years as they are. */
const shownFactor: Record<Unit, number> = {
  share: 100,
  "share/year": 100,
  years: 1,
  months: 1,
  "m²": 1,
  "øre/m²": 0.01,
  øre: 0.01,
};

/** The greatest that a value of a unit can sensibly be, as it is kept. */
const most: Record<Unit, number> = {
  share: 1,
  "share/year": 1,
  years: 500,
  months: 120,
  "m²": 1_000,
  "øre/m²": 1_000_000_00,
  øre: 1_000_000_000_00,
};

export const isAssumptionUnit = (unit: string): unit is Unit => unit in shownFactor;

/** @example shownValue(0.25, "share") // 25 */
export const shownValue = (value: number, unit: Unit): number =>
  Math.round(value * shownFactor[unit] * 1e6) / 1e6;

/**
 * Reads a value as it is typed in its unit; null where it is no number, negative, beyond what can be meant, or a time
 * of nothing. @example readAssumption("3,5", "share/year") // 0.035
 */
export function readAssumption(text: string, unit: Unit): number | null {
  const typed = readNumber(text);
  if (typed === null) return null;
  const value = Math.round((typed / shownFactor[unit]) * 1e8) / 1e8;
  if (value < 0 || value > most[unit] || ((unit === "years" || unit === "months") && value === 0))
    return null;
  return value;
}
