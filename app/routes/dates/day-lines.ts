import type { LeaseDateRow } from "#db/queries/lease-date/list-dates.ts";
import { asksForAction, type DateKind } from "#domain/lease-date/date-level.ts";

/** What a day of the calendar says: one date, or how many of a kind. */
export interface DayLine {
  key: string;
  to: string;
  text: string;
  isQuiet: boolean;
}

interface DayWords {
  one: (row: LeaseDateRow) => string;
  several: (count: number, kind: DateKind) => string;
  /** Where the dates of that kind on that day are listed. */
  to: (kind: DateKind) => string;
}

/** So many dates of a day are told one by one. */
const mostAlone = 3;

/** The dates of one day: each of them where they are few, else counted by kind. */
export function dayLines(rows: readonly LeaseDateRow[], words: DayWords): DayLine[] {
  const alone = (row: LeaseDateRow): DayLine => ({
    ...{ key: row.key, to: `/dates/${row.key}`, text: words.one(row) },
    isQuiet: row.isHandled || !asksForAction(row.kind),
  });
  if (rows.length <= mostAlone) return rows.map(alone);
  return [...new Set(rows.map(({ kind }) => kind))].map((kind) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    if (ofKind.length === 1) return alone(ofKind[0]!);
    const isQuiet = !asksForAction(kind) || ofKind.every((row) => row.isHandled);
    return { key: kind, to: words.to(kind), text: words.several(ofKind.length, kind), isQuiet };
  });
}
