import type { RecurringRow } from "#db/queries/recurring/recurring-row.ts";
import { addDays, type Day } from "#domain/day.ts";
import { occurrencesOf } from "#domain/recurring/occurrences.ts";

/** The next days a service comes, the soonest first; none where it is stopped or over. A year is looked ahead. */
export function nextDays(row: RecurringRow, today: Day, count: number): Day[] {
  if (row.isStopped) return [];
  return occurrencesOf(row, today, addDays(today, 366), row)
    .slice(0, count)
    .map(({ day }) => day);
}
