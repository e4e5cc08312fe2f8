import type { PersonsFromTo } from "./case-inputs.ts";

/** Days as a form asks for them: Monday to Friday at once, or one weekday (1 Monday … 7). */
export const dayChoices = ["1-5", "1", "2", "3", "4", "5", "6", "7"] as const;
export type DayChoice = (typeof dayChoices)[number];

export interface HourRow extends Omit<PersonsFromTo, "weekday"> {
  days: DayChoice;
}

/** The weekdays that a choice names. @example weekdaysOf("1-5") // [1, 2, 3, 4, 5] */
export const weekdaysOf = (days: DayChoice): number[] => (days === "1-5" ? [1, 2, 3, 4, 5] : [Number(days)]);

/**
 * Hours of a week as rows to read and change: what is alike from Monday to Friday is one row.
 * @example hourRowsOf([1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromHour: 8, toHour: 16, persons: 4 })))
 * // [{ days: "1-5", fromHour: 8, toHour: 16, persons: 4 }]
 */
export function hourRowsOf(hours: readonly PersonsFromTo[]): HourRow[] {
  const isLike = (a: PersonsFromTo, b: PersonsFromTo) =>
    a.fromHour === b.fromHour && a.toHour === b.toHour && a.persons === b.persons;
  const isOfFive = (one: PersonsFromTo) =>
    weekdaysOf("1-5").every((weekday) =>
      hours.some((other) => other.weekday === weekday && isLike(one, other)),
    );
  return hours.flatMap((one): HourRow[] => {
    const { weekday, ...rest } = one;
    if (weekday > 5 || !isOfFive(one)) return [{ days: String(weekday) as DayChoice, ...rest }];
    return weekday === 1 ? [{ days: "1-5", ...rest }] : [];
  });
}
