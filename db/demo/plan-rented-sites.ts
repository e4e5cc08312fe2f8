import { apportion } from "#domain/apportion.ts";
import type { UseGroup } from "#domain/portfolio-row.ts";
import type { DemoIds } from "./demo-ids.ts";
import type { Site, SiteKind } from "./model.ts";
import { addBuilding, siteOf } from "./plan-sites.ts";
import { profiles } from "./profiles.ts";
import type { Random } from "./random.ts";
import { targets } from "./targets.ts";

/** What premises outside the city's own buildings are used for, and how large they are. */
interface RentedPlan {
  kind: SiteKind;
  count: number;
  totalM2: number;
  medianM2: number;
  sigma: number;
  groups: readonly (readonly [UseGroup, number])[];
  /** The rest of the building, as a multiple of the premises. */
  wholeBuilding: readonly [from: number, to: number];
}

const plans: readonly RentedPlan[] = [
  {
    kind: "leasedIn",
    count: targets.leasedInBuildings,
    totalM2: targets.leasedInM2,
    medianM2: 1_200,
    sigma: 0.7,
    groups: [
      ["administration", 55],
      ["daycare", 18],
      ["socialHealth", 15],
      ["sportCulture", 6],
      ["school", 3],
      ["other", 3],
    ],
    wholeBuilding: [1, 3.5],
  },
  {
    kind: "formerLease",
    count: targets.formerLeases,
    totalM2: targets.formerLeasesM2,
    medianM2: 1_000,
    sigma: 0.6,
    groups: [
      ["administration", 80],
      ["daycare", 20],
    ],
    wholeBuilding: [1.2, 3],
  },
  {
    kind: "unknownLease",
    count: targets.unknownLeases,
    totalM2: targets.unknownLeasesM2,
    medianM2: 350,
    sigma: 0.6,
    groups: [
      ["administration", 35],
      ["daycare", 30],
      ["socialHealth", 25],
      ["other", 10],
    ],
    wholeBuilding: [1.5, 6],
  },
  {
    kind: "outside",
    count: targets.outsideOtherBuildings,
    totalM2: targets.outsideM2 - targets.unknownLeasesM2,
    medianM2: 1_150,
    sigma: 0.75,
    groups: [
      ["daycare", 45],
      ["socialHealth", 30],
      ["housingCommercial", 15],
      ["sportCulture", 10],
    ],
    wholeBuilding: [1, 1],
  },
];

/** Premises that KEjd rents, that administrations rent alone, and that others hold: one building an address. */
export function planRentedSites(random: Random, ids: DemoIds): Site[] {
  return plans.flatMap((plan) => {
    const areas = apportion(
      Array.from({ length: plan.count }, () => random.lognormal(plan.medianM2, plan.sigma)),
      plan.totalM2,
    );
    return areas.map((heldM2) => {
      const site = siteOf(plan.kind, random.weighted(plan.groups));
      const useCode = random.weighted(profiles[site.group].codes);
      const grossM2 = Math.round(heldM2 * random.between(...plan.wholeBuilding));
      addBuilding(ids, site, { useCode, grossM2 }).heldM2 = heldM2;
      return site;
    });
  });
}
