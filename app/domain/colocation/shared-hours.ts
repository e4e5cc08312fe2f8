import { weekHours } from "../use/use-week.ts";
import type { Week } from "./unit-week.ts";

/** What units need together when they use the same rooms in turn. Places; hours are places in the week. */
export interface SharedHours {
  sumOfPeaks: number;
  peakOfSum: number;
  /** What sharing saves: the peaks added up, less the peak of all. */
  savedPlaces: number;
  /** The peaks added up by the peak of all: 1 where all come at once. */
  diversity: number;
  /** The most that is needed at any time in each hour, the half hour of changing over included. */
  byHour: number[];
  /** The hours in which more is needed than there is; none where nobody knows how much there is. */
  clashHours: number[];
}

/** Halves of an hour that a unit keeps its places after it has left: half an hour to change over. */
const changeOverSlots = 1;

/**
 * Units that share rooms: the peak of their sum against the sum of their peaks, and the hours in which they clash. Who
 * leaves keeps its places for half an hour, so that others can come in. Source: the domain notes, shared hours.
 * @example shareHours([morning, afternoon], 10).diversity // near 2 where they hardly meet
 */
export function shareHours(weeks: readonly Week[], capacity: number | null): SharedHours {
  const slots = new Array<number>(weekHours * 2).fill(0);
  for (const week of weeks)
    for (let slot = 0; slot < slots.length; slot++)
      slots[slot]! += Math.max(at(week, slot), at(week, slot - changeOverSlots));
  const byHour = Array.from({ length: weekHours }, (_, hour) =>
    Math.max(slots[2 * hour]!, slots[2 * hour + 1]!),
  );
  const sumOfPeaks = weeks.reduce((sum, week) => sum + Math.max(0, ...week), 0);
  const peakOfSum = Math.max(0, ...slots);
  return {
    ...{ sumOfPeaks, peakOfSum, savedPlaces: sumOfPeaks - peakOfSum, byHour },
    diversity: peakOfSum > 0 ? sumOfPeaks / peakOfSum : 1,
    clashHours:
      capacity === null ? [] : byHour.flatMap((need, hour) => (need > capacity + 1e-9 ? [hour] : [])),
  };
}

/** Persons in a half hour of a week; Sunday night comes before Monday. */
const at = (week: Week, slot: number): number =>
  week[Math.floor(((slot + weekHours * 2) % (weekHours * 2)) / 2)]!;
