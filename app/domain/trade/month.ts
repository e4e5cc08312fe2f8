import { addDays, daysBetween, type Day } from "../day-count.ts";

/** A calendar month, 'YYYY-MM'. */
export type Month = string;

/** Whether a text is a month. @example isMonth("2026-13") // false */
export const isMonth = (text: string | null | undefined): text is Month =>
  typeof text === "string" && /^[0-9]{4}-(0[1-9]|1[0-2])$/.test(text);

/** The month that a day lies in. @example monthOf("2026-11-20") // "2026-11" */
export const monthOf = (day: Day): Month => day.slice(0, 7);

/** @example firstDayOf("2026-11") // "2026-11-01" */
export const firstDayOf = (month: Month): Day => `${month}-01`;

/** The month after. @example monthAfter("2026-12") // "2027-01" */
export const monthAfter = (month: Month): Month => monthOf(addDays(firstDayOf(month), 31));

/** The month before. @example monthBefore("2026-01") // "2025-12" */
export const monthBefore = (month: Month): Month => monthOf(addDays(firstDayOf(month), -1));

/** @example daysInMonth("2028-02") // 29 */
export const daysInMonth = (month: Month): number =>
  daysBetween(firstDayOf(month), firstDayOf(monthAfter(month)));
