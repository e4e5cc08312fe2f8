import { Temporal } from "temporal-polyfill";
import type { Day } from "../day-count.ts";

const dayMs = 86_400_000;

/** How far Danish clocks are ahead, by UTC day; null where they are turned that day. */
const aheadByDay = new Map<number, number | null>();

const askTheZone = (ms: number): number =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO("Europe/Copenhagen").offsetNanoseconds / 1e6;

/** How many milliseconds Danish clocks are ahead of UTC at an instant. Asks the calendar once a day, and remembers. */
function aheadAt(ms: number): number {
  const day = Math.floor(ms / dayMs);
  let ahead = aheadByDay.get(day);
  if (ahead === undefined) {
    const first = askTheZone(day * dayMs);
    ahead = first === askTheZone((day + 1) * dayMs - 1) ? first : null;
    aheadByDay.set(day, ahead);
  }
  return ahead ?? askTheZone(ms);
}

/** A day and the minutes since its midnight, fractions included, as a Danish clock shows them. */
export interface DanishTime {
  day: Day;
  minute: number;
}

/** What Danish clocks show at an instant. @example danishTimeAt(new Date("2026-11-20T14:30:00Z")) // { day: "2026-11-20", minute: 930 } */
export function danishTimeAt(instant: Date): DanishTime {
  const shown = instant.getTime() + aheadAt(instant.getTime());
  const midnight = Math.floor(shown / dayMs) * dayMs;
  return { day: new Date(midnight).toISOString().slice(0, 10), minute: (shown - midnight) / 60_000 };
}

/**
 * The instant at which Danish clocks show a time. In the hour that is skipped in spring it is an hour later; of the hour
 * that comes twice in autumn, one of the two.
 * @example instantAt({ day: "2026-07-01", minute: 480 }) // 2026-07-01T06:00:00Z
 */
export function instantAt({ day, minute }: DanishTime): Date {
  const shown = Date.parse(day) + Math.round(minute * 60_000);
  return new Date(shown - aheadAt(shown - aheadAt(shown)));
}
