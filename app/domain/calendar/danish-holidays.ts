import { addDays, type Day } from "../day-count.ts";

export type Holiday =
  | "newYear"
  | "maundyThursday"
  | "goodFriday"
  | "easterSunday"
  | "easterMonday"
  | "prayerDay"
  | "ascension"
  | "whitSunday"
  | "whitMonday"
  | "christmasDay"
  | "boxingDay";

/** The last year in which store bededag was a public holiday (Act no. 214 of 6 March 2023). */
const lastPrayerDayYear = 2023;

/**
 * Easter Sunday of a year in the Gregorian calendar, by the anonymous algorithm that Meeus and Butcher published: the
 * first Sunday after the first full moon on or after 21 March, as the church reckons the moon.
 * @example easterSunday(2026) // "2026-04-05"
 */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  const month = String(Math.floor(days / 31)).padStart(2, "0");
  return `${year}-${month}-${String((days % 31) + 1).padStart(2, "0")}`;
}

/** The Danish public holidays of a year, by day. @example danishHolidays(2024).has("2024-04-26") // false: prayer day is gone */
export function danishHolidays(year: number): Map<Day, Holiday> {
  const easter = easterSunday(year);
  const movable: [number, Holiday][] = [
    [-3, "maundyThursday"],
    [-2, "goodFriday"],
    [0, "easterSunday"],
    [1, "easterMonday"],
    ...(year <= lastPrayerDayYear ? [[26, "prayerDay"] as [number, Holiday]] : []),
    [39, "ascension"],
    [49, "whitSunday"],
    [50, "whitMonday"],
  ];
  return new Map<Day, Holiday>([
    [`${year}-01-01`, "newYear"],
    ...movable.map(([days, holiday]): [Day, Holiday] => [addDays(easter, days), holiday]),
    [`${year}-12-25`, "christmasDay"],
    [`${year}-12-26`, "boxingDay"],
  ]);
}
