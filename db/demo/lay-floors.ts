import { apportion } from "#domain/apportion.ts";
import type { DemoBuilding, DemoFloor, Site } from "./model.ts";
import { profiles } from "./profiles.ts";
import type { Random } from "./random.ts";

/**
 * Gives every building its storeys, the ground it stands on and floors whose areas add up to its gross area; the part
 * that the city holds lies on the upper floors. A planned correction of an area falls on the top floor.
 */
export function layFloors(random: Random, sites: Site[]): void {
  for (const building of sites.flatMap((site) => site.buildings)) {
    building.storeys = storeysOf(random, building);
    building.footprintM2 = Math.max(8, Math.round(building.grossM2 / building.storeys));
    const shares = Array.from({ length: building.storeys }, (_, level) =>
      level === building.storeys - 1 && building.storeys > 2 ? 0.8 : 1,
    );
    const areas = apportion(shares, building.grossM2);
    building.floors = areas.map((areaM2, level) => emptyFloor(level, areaM2));
    let left = building.heldM2;
    for (const floor of building.floors.toReversed()) {
      floor.heldM2 = Math.min(left, floor.areaM2);
      left -= floor.heldM2;
    }
    const top = building.floors.at(-1)!;
    if (building.correction)
      building.correction = {
        ...building.correction,
        level: top.level,
        oldM2: Math.max(1, Math.round(top.areaM2 * random.between(0.92, 1.06))),
      };
  }
}

function storeysOf(random: Random, building: DemoBuilding): number {
  if (building.isShed) return 1;
  const wanted = random.weighted(profiles[building.site.group].storeys);
  const most = Math.max(1, Math.floor(building.grossM2 / 140));
  const least = Math.ceil(building.grossM2 / 4_500);
  return Math.min(Math.max(Math.min(wanted, most), least), 8);
}

const emptyFloor = (level: number, areaM2: number): DemoFloor => ({
  level,
  areaM2,
  heldM2: 0,
  vacantM2: 0,
  digitisedM2: 0,
  lot: null,
  vacatedOn: null,
});
