import type { recurring as da } from "#app/i18n/da/recurring.ts";
import type { RecurringRow } from "#db/queries/recurring/recurring-row.ts";
import { patternOf } from "#domain/recurring/rule.ts";

export type RecurringWords = typeof da;

/** When a service comes, in words; a rule that is none of our patterns stands as it is written. */
export function whenText(
  { rrule, startsAt }: Pick<RecurringRow, "rrule" | "startsAt">,
  words: RecurringWords,
) {
  const text = daysText(rrule, words);
  return words.clock(text.charAt(0).toUpperCase() + text.slice(1), startsAt);
}

function daysText(rrule: string, { pattern, weekdays, nths, and }: RecurringWords): string {
  const read = patternOf(rrule);
  if (!read) return rrule;
  if (read.kind === "weekdays") return pattern.weekdays;
  if (read.kind === "monthlyDay") return pattern.monthlyDay(read.monthDay, read.every);
  if (read.kind === "monthlyWeekday")
    return pattern.monthlyWeekday(nths[String(read.nth)] ?? String(read.nth), weekdays[read.day], read.every);
  const days = read.days.map((day) => weekdays[day]);
  const listed = days.length > 1 ? days.slice(0, -1).join(", ") + and + days.at(-1)! : days.join("");
  return pattern.weekly(listed, read.every);
}
