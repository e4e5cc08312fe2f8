import { addMonths } from "#domain/day.ts";
import type { DemoDays } from "./demo-days.ts";
import { UnitPool, type DemoUnit } from "./generate-units.ts";
import type { DemoBuilding, Lot, LotTenure, Site } from "./model.ts";
import { genitiveOf, type DemoNames } from "./names.ts";
import { profiles } from "./profiles.ts";
import type { Random } from "./random.ts";
import { targets } from "./targets.ts";

/**
 * Says who uses every site, and who did before: an internal lease a site, several in some office buildings, a few sites
 * let to others. Names the sites for their users.
 */
export function houseUnits(
  random: Random,
  days: DemoDays,
  names: DemoNames,
  units: DemoUnit[],
  sites: Site[],
): void {
  const pool = new UnitPool(random, units);
  const leases = sites.filter((site) => site.kind === "leasedIn");
  for (const site of random.shuffled(leases).slice(0, targets.takenOverLeases))
    site.takenOverOn = days.inHistory(random, site.start);
  for (const site of random.shuffled(sites)) {
    site.unit = unitFor(random, pool, site);
    site.name = site.unit && site.kind !== "sold" ? site.unit.bareName : buildingNameOf(site, names.next());
    if (site.kind !== "outside" && site.kind !== "unknownLease") site.lots = lotsOf(random, days, pool, site);
  }
}

function unitFor(random: Random, pool: UnitPool, site: Site): DemoUnit | null {
  if (site.group === "housingCommercial" && site.kind !== "outside" && random.chance(0.6)) return null;
  if (site.kind === "owned" || site.kind === "outside") return pool.forGroup(site.group);
  return pool.forRented(site.group);
}

function buildingNameOf(site: Site, place: string): string {
  if (site.kind === "sold") return `Den tidligere ejendom ${place}`;
  const isHousing = site.buildings.some(({ useCode }) => useCode.startsWith("1"));
  return isHousing ? `Boligejendommen ${place}` : `${genitiveOf(place)} Erhvervshus`;
}

function lotsOf(random: Random, days: DemoDays, pool: UnitPool, site: Site): Lot[] {
  const whole = lotOf(random, days, pool, site, site.unit);
  const lots = [whole];
  for (const building of site.buildings) {
    const isShared = site.group === "administration" && building.floors.length >= 3 && random.chance(0.45);
    const lotsHere = isShared ? [whole, ...sharersOf(random, days, pool, site)] : [whole];
    lots.push(...lotsHere.slice(1));
    spread(building, lotsHere);
  }
  return lots;
}

/** One or two further units in an office building. */
const sharersOf = (random: Random, days: DemoDays, pool: UnitPool, site: Site): Lot[] =>
  Array.from({ length: random.int(1, 2) }, () => lotOf(random, days, pool, site, pool.another(site.group)));

/** The floors from below to above, parted evenly between the lots. */
function spread(building: DemoBuilding, lots: Lot[]): void {
  building.floors.forEach((floor, index) => {
    floor.lot = lots[Math.floor((index * lots.length) / building.floors.length)]!;
  });
}

function lotOf(random: Random, days: DemoDays, pool: UnitPool, site: Site, unit: DemoUnit | null): Lot {
  return {
    isThirdParty: unit === null,
    rentKrPerM2: Math.round(random.between(...profiles[site.group].rentKr)),
    tenures: tenuresOf(random, days, site, unit, () => pool.another(site.group)),
  };
}

/** Most lots have had one tenant all the time; some another before, perhaps with empty months between, or a new contract
 *  with the same one. */
function tenuresOf(
  random: Random,
  days: DemoDays,
  site: Site,
  unit: DemoUnit | null,
  another: () => DemoUnit,
): LotTenure[] {
  const from = site.takenOverOn ?? site.start;
  const turn = random.next();
  const on = turn < 0.3 ? days.inHistory(random, from, site.end ?? days.loadDay) : null;
  if (on === null) return [{ unit, from, to: site.end }];
  const former = turn < 0.1 || unit === null ? unit : another();
  const emptyMonths = site.kind === "owned" && turn >= 0.1 && random.chance(0.4) ? random.int(1, 8) : 0;
  const left = addMonths(on, -emptyMonths);
  return [
    { unit: former, from, to: left > from ? left : on },
    { unit, from: on, to: site.end },
  ];
}
