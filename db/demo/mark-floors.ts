import { addDays, addYears, daysBetween, type Day } from "#domain/day.ts";
import { laterOf, type DemoDays } from "./demo-days.ts";
import type { DemoBuilding, DemoFloor, Site } from "./model.ts";
import type { Random } from "./random.ts";
import { targets } from "./targets.ts";

/** Marks exactly the vacant and exactly the digitised m²; what is digitised is let to a unit. */
export function markFloors(random: Random, days: DemoDays, sites: Site[]): void {
  markVacant(random.stream("vacant"), days, sites);
  markDigitised(random.stream("digitised"), days, sites);
}

const vacancyGroups = new Set(["other", "housingCommercial", "administration", "socialHealth"]);

/** Whole buildings first, then floors, then a part of a floor: together the owned m² that stand empty. */
function markVacant(random: Random, days: DemoDays, sites: Site[]): void {
  const buildings = random
    .shuffled(sites.filter((site) => site.kind === "owned").flatMap((site) => site.buildings))
    .filter(
      ({ site, isShed, end, start }) =>
        !isShed &&
        !end &&
        start < addYears(days.loadDay, -8) &&
        (vacancyGroups.has(site.group) || random.chance(0.08)),
    );
  let left: number = targets.vacantM2;
  const empty = (floor: DemoFloor, m2: number, on: Day) => {
    floor.vacantM2 = m2;
    floor.vacatedOn = on;
    left -= m2;
  };
  for (const building of buildings) {
    if (building.correction || left <= 9_000 || building.heldM2 > 5_000 || building.heldM2 > left) continue;
    const on = vacatedOn(random, days, building);
    const unit = building.site.unit;
    const lot = {
      isThirdParty: unit === null,
      rentKrPerM2: building.floors[0]!.lot!.rentKrPerM2,
      tenures: [{ unit, from: building.start, to: on }],
    };
    building.site.lots.push(lot);
    for (const floor of building.floors) {
      floor.lot = lot;
      empty(floor, floor.heldM2, on);
    }
  }
  for (const building of buildings.toReversed()) {
    if (left === 0) return;
    if (
      building.correction ||
      building.floors.length < 2 ||
      building.floors.some((floor) => floor.vacantM2 > 0)
    )
      continue;
    const floor = building.floors.at(-1)!;
    empty(floor, Math.min(left, floor.heldM2), vacatedOn(random, days, building));
  }
  if (left > 0) throw new Error(`${left} m² could not be made vacant`);
}

/** Some first of a month within seven years, after the present tenants came. */
function vacatedOn(random: Random, days: DemoDays, building: DemoBuilding): Day {
  const since = building.floors
    .flatMap((floor) => floor.lot?.tenures ?? [])
    .reduce((latest, { from }) => laterOf(latest, from), laterOf(building.start, addYears(days.loadDay, -7)));
  return days.firstOfMonth(random, since, days.loadDay) ?? addDays(since, 1);
}

/** Whole buildings as long as they fit, then floors and a part of a floor of the next: together the digitised m². */
function markDigitised(random: Random, days: DemoDays, sites: Site[]): void {
  const buildings = random.shuffled(
    sites
      .filter((site) => (site.kind === "owned" || site.kind === "leasedIn") && site.unit !== null)
      .flatMap((site) => site.buildings)
      .filter((building) => !building.isShed && building.floors.every((floor) => floor.vacantM2 === 0)),
  );
  let left: number = targets.digitisedM2;
  for (const building of buildings) {
    if (left === 0) return;
    const isLast = left < 12_000;
    if (building.heldM2 > left && !isLast) continue;
    const on = digitisedOn(random, days, building);
    if (on === null) continue;
    digitise(random, building, on);
    for (const floor of building.floors) {
      floor.digitisedM2 = Math.min(left, floor.heldM2);
      left -= floor.digitisedM2;
    }
  }
  if (left > 0) throw new Error(`${left} m² could not be digitised`);
}

/** Measuring a building shows of some that the register was wrong about the top floor. */
function digitise(random: Random, building: DemoBuilding, on: Day): void {
  building.digitisedOn = on;
  building.correction = null;
  const top = building.floors.at(-1)!;
  if (building.site.kind === "owned" && random.chance(0.3))
    building.correction = {
      on,
      level: top.level,
      oldM2: Math.max(1, Math.round(top.areaM2 * random.between(0.92, 1.06))),
    };
}

/** More and more in later years; null for a building that has only just come. */
function digitisedOn(random: Random, days: DemoDays, building: DemoBuilding): Day | null {
  const earliest = laterOf(
    addDays(laterOf(building.start, building.site.takenOverOn ?? building.start), 30),
    days.historyStart,
  );
  const span = daysBetween(earliest, days.loadDay) - 30;
  return span <= 0 ? null : addDays(earliest, Math.floor(Math.sqrt(random.next()) * span));
}
