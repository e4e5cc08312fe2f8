import { addMonths, type Day } from "../day-count.ts";
import type { LeaseDateKind } from "./lease-dates.ts";
import type { OwnDeadlineKind } from "./own-deadline.ts";

export type DateKind = LeaseDateKind | OwnDeadlineKind;

/** How many months ahead a date is warned of, the farthest first. A setting with this default. Source: the project's domain notes. */
export const usualWarnings: readonly number[] = [18, 12, 6, 3];

/** Dates that come by themselves and ask nobody for anything: they are shown, and neither warned of nor kept after. */
const quiet: readonly DateKind[] = ["firstTermination", "regulation"];
export const asksForAction = (kind: DateKind): boolean => !quiet.includes(kind);

/** How near a date is: past, within so many months (the nearest warning reached), or further off. */
export type DateLevel = "past" | number | "later";

/** @example levelOf("2027-04-01", "2026-11-20", [18, 12, 6, 3]) // 6 */
export function levelOf(on: Day, today: Day, warnings: readonly number[] = usualWarnings): DateLevel {
  if (on < today) return "past";
  const reached = warnings.filter((months) => on <= addMonths(today, months));
  return reached.length > 0 ? Math.min(...reached) : "later";
}

/**
 * The warnings of a date that are reached on a day: only the nearest is sent, those further out count as given with it.
 * @example warningsReached("2027-04-01", "2026-11-20") // [18, 12, 6]
 */
export function warningsReached(
  on: Day,
  today: Day,
  warnings: readonly number[] = usualWarnings,
): readonly number[] {
  if (on < today) return [];
  return warnings.filter((months) => on <= addMonths(today, months));
}

/** The keys of the warnings among the assumptions, the farthest first. */
export const warningKeys = ["leaseWarning1", "leaseWarning2", "leaseWarning3", "leaseWarning4"] as const;

/** The warnings that an organisation has chosen, each once, the farthest first.
 *  @example warningsFrom({ leaseWarning4: 2 }) // [18, 12, 6, 2] */
export const warningsFrom = (assumptions: Readonly<Record<string, number>>): number[] =>
  [...new Set(warningKeys.map((key, index) => Math.round(assumptions[key] ?? usualWarnings[index]!)))].sort(
    (a, b) => b - a,
  );
