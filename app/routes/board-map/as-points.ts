import type { BoardBuilding } from "#db/queries/work/list-board-buildings.ts";
import type { Day } from "#domain/day-count.ts";
import type { MapPoints } from "#domain/map-data.ts";

/** The classes of the map that stand for how orders stand to their promises; null where nothing is measured. */
export const mapClasses = { onTime: 1, late: 6 } as const;

const classOf = ({ open, overdue, unmeasured }: BoardBuilding): 1 | 6 | null =>
  overdue > 0 ? mapClasses.late : unmeasured === open ? null : mapClasses.onTime;

/** Buildings with open orders as the map's points: coloured by whether any order is late, sized by how many are open. */
export function asPoints(buildings: readonly BoardBuilding[], on: Day): MapPoints {
  const all = <Value>(value: Value): Value[] => buildings.map(() => value);
  return {
    ...{ kind: "points", on, total: buildings.length, id: buildings.map(({ id }) => id) },
    ...{ lon: buildings.map(({ lon }) => lon), lat: buildings.map(({ lat }) => lat) },
    ...{ name: buildings.map(({ name }) => name), address: null },
    ...{ tenure: all("owned"), useGroup: all("other"), administration: all(null) },
    condition: buildings.map(classOf),
    areaM2: buildings.map(({ open }) => open * 1000),
    ...{
      letM2: all(0),
      exteriorBacklogOre: all(0),
      leaseEndOn: all(null),
      surveyedOn: all(null),
      trust: all(0),
    },
  };
}
