/** The three kinds of weeks that buildings are used differently in. */
export const usePeriods = ["term", "holiday", "summer"] as const;
export type UsePeriod = (typeof usePeriods)[number];

/** Where a figure of use comes from, the surest first. */
export const useSources = ["sensor", "count", "booking", "estimate"] as const;
export type UseSource = (typeof useSources)[number];

/** The hours of a week. */
export const weekHours = 168;

/**
 * Where an hour lies in a week of 168, which begins on Monday at 0:00 on Danish clocks. Weekday 1 is Monday, 7 Sunday;
 * hour 0–23. @example hourOfWeek(2, 8) // 32
 */
export const hourOfWeek = (weekday: number, hour: number): number => (weekday - 1) * 24 + hour;

/** The weekday and hour at a place in the week. @example weekdayAndHour(32) // { weekday: 2, hour: 8 } */
export const weekdayAndHour = (index: number): { weekday: number; hour: number } => ({
  weekday: Math.floor(index / 24) + 1,
  hour: index % 24,
});
