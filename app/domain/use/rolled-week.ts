import type { Id } from "../id.ts";
import { percentile95, type ObservingKind } from "./observation.ts";
import { useConfidence, weeksForPeak } from "./use-confidence.ts";
import { weekHours, type UsePeriod } from "./use-week.ts";

/** What a rollup says of an hour of the week: how often it was seen, persons added up, and the greatest ones. */
export interface RolledHour {
  hour: number;
  observed: number;
  sum: number;
  top: number[];
}

/** A typical week that was seen: of a space, or (without one) of a unit in a building. */
export interface SpaceWeek {
  spaceId: Id | null;
  buildingId: Id;
  unitId: Id;
  kind: ObservingKind;
  period: UsePeriod;
  persons: number[];
  personsP95: number[] | null;
  weeksObserved: number;
  confidence: number;
}

type Seen = Pick<SpaceWeek, "buildingId" | "unitId" | "kind" | "period"> & {
  spaceId: Id;
  places: number | null;
  weeks: number;
  hours: readonly RolledHour[];
};

/** The means of the hours seen, 0 where none was; P95 from eight weeks on. Years of one hour add up. */
export function spaceWeek({ places, weeks, hours, ...whose }: Seen): SpaceWeek & { places: number } {
  const persons = Array<number>(weekHours).fill(0);
  const peaks = Array<number>(weekHours).fill(0);
  let hasPeaks = weeks >= weeksForPeak;
  for (const [hour, { observed, sum, top }] of addYears(hours)) {
    persons[hour] = Math.round((sum / observed) * 100) / 100;
    const peak = percentile95(top, observed);
    if (peak === null) hasPeaks = false;
    else peaks[hour] = peak;
  }
  return {
    ...{ ...whose, persons, personsP95: hasPeaks ? peaks : null, weeksObserved: weeks, places: places ?? 0 },
    confidence: useConfidence(whose.kind, weeks),
  };
}

function addYears(hours: readonly RolledHour[]): Map<number, Omit<RolledHour, "hour">> {
  const byHour = new Map<number, Omit<RolledHour, "hour">>();
  for (const { hour, observed, sum, top } of hours) {
    const before = byHour.get(hour) ?? { observed: 0, sum: 0, top: [] };
    byHour.set(hour, {
      observed: before.observed + observed,
      sum: before.sum + sum,
      top: [...before.top, ...top].sort((a, b) => b - a).slice(0, 32),
    });
  }
  return byHour;
}

/** Watched places must be so large a share of a unit's before their sum stands for the unit. A judgement of the portal's own. */
export const watchedEnough = 0.9;

/**
 * The weeks of units in buildings: the sum of their spaces' means, where nearly all places are watched; as sure as the share
 * that is. A sum of peaks would be more than the peak of the sum, so there is none.
 */
export function unitWeek(
  spaces: readonly (SpaceWeek & { places: number })[],
  placesOf: (unitId: Id, buildingId: Id) => number,
): SpaceWeek[] {
  const groups = new Map<string, (SpaceWeek & { places: number })[]>();
  for (const space of spaces) {
    const group = groups.get(keyOf(space));
    if (group) group.push(space);
    else groups.set(keyOf(space), [space]);
  }
  return [...groups.values()].flatMap((group): SpaceWeek[] => {
    const { buildingId, unitId, kind, period } = group[0]!;
    const places = placesOf(unitId, buildingId);
    const watched = group.reduce((sum, space) => sum + space.places, 0);
    if (places <= 0 || watched / places < watchedEnough) return [];
    const weeksObserved = Math.min(...group.map((space) => space.weeksObserved));
    const persons = Array.from(
      { length: weekHours },
      (_, hour) => Math.round(group.reduce((sum, space) => sum + space.persons[hour]!, 0) * 100) / 100,
    );
    return [
      {
        ...{ spaceId: null, buildingId, unitId, kind, period, persons, personsP95: null, weeksObserved },
        confidence: useConfidence(kind, weeksObserved, watched / places),
      },
    ];
  });
}

const keyOf = ({ buildingId, unitId, kind, period }: SpaceWeek): string =>
  [buildingId, unitId, kind, period].join(" ");
