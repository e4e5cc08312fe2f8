import { apportion } from "#domain/apportion.ts";
import { useGroups, type UseGroup } from "#domain/portfolio-row.ts";
import type { DemoIds } from "./demo-ids.ts";
import type { DemoBuilding, Site, SiteKind } from "./model.ts";
import { profiles, shed } from "./profiles.ts";
import type { Random } from "./random.ts";
import { registerStart, targets } from "./targets.ts";

/** An empty site, to be filled. */
export const siteOf = (kind: SiteKind, group: UseGroup): Site => ({
  kind,
  group,
  buildings: [],
  propertyNumber: 0,
  place: null,
  name: "",
  start: registerStart,
  end: null,
  unit: null,
  takenOverOn: null,
  lots: [],
});

/** Adds a building to a site, with its area and use; the rest is filled in by those who know it. */
export function addBuilding(
  ids: DemoIds,
  site: Site,
  facts: { useCode: string; grossM2: number; isShed?: boolean },
): DemoBuilding {
  const building: DemoBuilding = {
    id: ids.next(),
    site,
    isShed: facts.isShed ?? false,
    name: "",
    useCode: facts.useCode,
    formerUseCode: null,
    recodedOn: null,
    grossM2: facts.grossM2,
    heldM2: facts.grossM2,
    storeys: 1,
    builtYear: 1900,
    condition: null,
    start: site.start,
    end: site.end,
    position: [0, 0],
    footprint: [],
    footprintM2: 0,
    floors: [],
    digitisedOn: null,
    correction: null,
  };
  site.buildings.push(building);
  return building;
}

/** The 2,000 owned buildings on 800 addresses, with areas that add up exactly, group by group. */
export function planOwnedSites(random: Random, ids: DemoIds): Site[] {
  const groupM2 = apportion(
    useGroups.map((group) => profiles[group].share),
    targets.ownedM2,
  );
  const shedM2 = Array.from({ length: shed.buildings }, () =>
    Math.max(12, Math.round(random.lognormal(shed.medianM2, shed.sigma))),
  );
  const shedTotalM2 = shedM2.reduce((sum, area) => sum + area, 0);
  const sites = useGroups.flatMap((group, index) =>
    planGroup(random, ids, group, groupM2[index]! - (group === "other" ? shedTotalM2 : 0)),
  );
  for (const grossM2 of shedM2) {
    const site = random.weighted(
      sites.map((one) => [one, shed.perSite[one.group] / (1 + 2 * shedsOf(one))] as const),
    );
    addBuilding(ids, site, { useCode: random.weighted(shed.codes), grossM2, isShed: true });
  }
  return sites;
}

const shedsOf = (site: Site) => site.buildings.filter((building) => building.isShed).length;

function planGroup(random: Random, ids: DemoIds, group: UseGroup, totalM2: number): Site[] {
  const profile = profiles[group];
  const sites = Array.from({ length: profile.addresses }, () => siteOf("owned", group));
  const extra = random.shuffled(sites);
  const homes = [
    ...sites,
    ...Array.from({ length: profile.buildings - profile.addresses }, (_, index) =>
      random.chance(0.6) ? extra[index % extra.length]! : random.pick(sites),
    ),
  ];
  const drawn = homes.map(() => random.lognormal(profile.medianM2, profile.sigma));
  const areas = apportion(drawn, totalM2);
  homes.forEach((site, index) =>
    addBuilding(ids, site, { useCode: random.weighted(profile.codes), grossM2: Math.max(1, areas[index]!) }),
  );
  return sites;
}

/** Sites that were the city's own and have been sold within the years of history; they count in no total of today. */
export function planSoldSites(random: Random, ids: DemoIds): Site[] {
  const groups = ["daycare", "other", "housingCommercial", "sportCulture", "administration"] as const;
  const sites = Array.from({ length: targets.soldAddresses }, () => siteOf("sold", random.pick(groups)));
  for (let index = 0; index < targets.soldBuildings; index++) {
    const site = sites[index % sites.length]!;
    const profile = profiles[site.group];
    const grossM2 = Math.max(60, Math.round(random.lognormal(profile.medianM2, profile.sigma)));
    addBuilding(ids, site, { useCode: random.weighted(profile.codes), grossM2 });
  }
  return sites;
}
