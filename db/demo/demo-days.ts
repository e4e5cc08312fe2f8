import { addDays, daysBetween, yearOf, type Day } from "#domain/day.ts";
import type { Random } from "./random.ts";
import { historyYears } from "./targets.ts";

/** The days that the demo's history runs between, all counted from the load day. */
export class DemoDays {
  /** 1 January ten years before the load year: from here on things change. */
  readonly historyStart: Day;

  constructor(readonly loadDay: Day) {
    this.historyStart = `${yearOf(loadDay) - historyYears}-01-01`;
  }

  /** Any day in [from, to]; `from` itself where the range is empty. */
  between(random: Random, from: Day, to: Day): Day {
    const days = daysBetween(from, to);
    return days <= 0 ? from : addDays(from, random.int(0, days));
  }

  /** A first of a month in (from, to), as contracts begin and end; null where there is none. */
  firstOfMonth(random: Random, from: Day, to: Day): Day | null {
    const first = yearOf(from) * 12 + Number(from.slice(5, 7));
    const last = yearOf(to) * 12 + Number(to.slice(5, 7)) - 1 - (to.endsWith("-01") ? 1 : 0);
    if (last < first) return null;
    const month = random.int(first, last);
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
  }

  /** A first of a month within the years of history, between two days that bound it; null where there is none. */
  inHistory(random: Random, after: Day, before: Day = this.loadDay): Day | null {
    return this.firstOfMonth(random, after > this.historyStart ? after : this.historyStart, before);
  }
}

/** The later of two days. */
export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);
/** The earlier of two ends, where null never ends. */
export const earlierEnd = (a: Day | null, b: Day | null): Day | null =>
  a === null ? b : b === null ? a : a < b ? a : b;

/** What two half-open periods share, or null. */
export function overlapOf(
  a: { from: Day; to: Day | null },
  b: { from: Day; to: Day | null },
): { from: Day; to: Day | null } | null {
  const from = laterOf(a.from, b.from);
  const to = earlierEnd(a.to, b.to);
  return to !== null && to <= from ? null : { from, to };
}
