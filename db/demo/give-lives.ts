import { apportion } from "#domain/apportion.ts";
import { yearOf } from "#domain/day.ts";
import type { DemoDays } from "./demo-days.ts";
import type { DemoBuilding, Site } from "./model.ts";
import type { Random } from "./random.ts";
import { builtPeriods, conditionShares } from "./targets.ts";

/** Codes that BBR is phasing out, and what a building under one is recoded to. */
const recoding: Record<string, string> = {
  "421": "420",
  "441": "440",
  "321": "320",
  "433": "430",
  "533": "530",
  "323": "320",
  "333": "330",
};

/**
 * Gives sites and buildings their years: when they were built, when the city took them in or sold them, in what
 * condition they are. The shares of the built periods and of the conditions are exact over the owned buildings; the
 * buildings of a site are of an age, and old buildings are worse than new ones.
 */
export function giveLives(random: Random, days: DemoDays, sites: Site[]): void {
  for (const site of sites) giveSiteLife(random, days, site);
  const owned = sites.filter((site) => site.kind === "owned");
  const others = sites.filter((site) => site.kind !== "owned");
  giveBuiltYears(random, days, owned);
  giveBuiltYears(random, days, others);
  giveConditions(
    random,
    owned.flatMap((site) => site.buildings),
  );
  giveConditions(
    random,
    sites.filter((site) => site.kind === "sold").flatMap((site) => site.buildings),
  );
  for (const building of sites.flatMap((site) => site.buildings)) giveBuildingLife(random, days, building);
}

/** How many came within the years of history. */
const newcomerShare: Record<Site["kind"], number> = {
  owned: 0.07,
  sold: 0,
  leasedIn: 0.35,
  formerLease: 0,
  unknownLease: 0.12,
  outside: 0.1,
};

function giveSiteLife(random: Random, days: DemoDays, site: Site): void {
  if (site.kind === "sold" || site.kind === "formerLease") site.end = days.inHistory(random, site.start);
  const isNewcomer = random.chance(site.end !== null ? 0 : newcomerShare[site.kind]);
  if (isNewcomer) site.start = days.inHistory(random, site.start) ?? site.start;
}

function giveBuiltYears(random: Random, days: DemoDays, sites: Site[]): void {
  const scored = sites.flatMap((site) => {
    const siteScore = random.normal() + (site.start > days.historyStart ? 0.6 : 0);
    return site.buildings.map((building) => ({ building, score: siteScore + 0.5 * random.normal() }));
  });
  scored.sort((a, b) => a.score - b.score);
  const counts = apportion(
    builtPeriods.map(({ share }) => share),
    scored.length,
  );
  let index = 0;
  builtPeriods.forEach(({ from, to }, period) => {
    for (let count = counts[period]!; count > 0; count--) {
      const { building } = scored[index++]!;
      const skew = period === 0 ? Math.sqrt(random.next()) : random.next();
      building.builtYear = from + Math.floor(skew * ((to ?? yearOf(days.loadDay) - 1) - from + 1));
    }
  });
}

function giveConditions(random: Random, buildings: DemoBuilding[]): void {
  const scored = buildings
    .map((building) => ({ building, score: random.normal() - (building.builtYear - 1950) / 45 }))
    .sort((a, b) => a.score - b.score);
  const counts = apportion(conditionShares, scored.length);
  let index = 0;
  counts.forEach((count, condition) => {
    for (let left = count; left > 0; left--) scored[index++]!.building.condition = condition + 1;
  });
}

/** A building stands from its site's beginning, or from the year it was built; some were recoded, some measured anew. */
function giveBuildingLife(random: Random, days: DemoDays, building: DemoBuilding): void {
  const { site } = building;
  building.start = site.start;
  building.end = site.end;
  if (building.builtYear >= yearOf(site.start)) {
    if (site.kind === "owned") {
      const opened = `${building.builtYear}-${random.pick(["03", "05", "08", "10", "12"])}-01`;
      building.start = opened > site.start ? opened : site.start;
    } else building.builtYear = yearOf(site.start) - random.int(1, 5);
  }
  if (building.end !== null && building.start >= building.end) building.start = site.start;
  const former = recoding[building.useCode];
  if (former && random.chance(0.12)) {
    building.recodedOn = days.inHistory(random, building.start, building.end ?? days.loadDay);
    building.formerUseCode = building.recodedOn && former;
  }
  if (building.heldM2 === building.grossM2 && !building.isShed && random.chance(0.04)) {
    const on = days.inHistory(random, building.start, building.end ?? days.loadDay);
    if (on) building.correction = { on, level: -1, oldM2: 0 };
  }
}
