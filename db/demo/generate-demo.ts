import { districts } from "#geo/base.ts";
import { municipality } from "#geo/municipality.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { writeCondition } from "./condition/write-condition.ts";
import { DemoDays } from "./demo-days.ts";
import { DemoIds } from "./demo-ids.ts";
import { generateUnits } from "./generate-units.ts";
import { giveLives } from "./give-lives.ts";
import { houseUnits } from "./house-units.ts";
import { writeLeaseParties } from "./lease/write-lease-parties.ts";
import { writeLeaseTerms } from "./lease/write-lease-terms.ts";
import { layFloors } from "./lay-floors.ts";
import { markFloors } from "./mark-floors.ts";
import type { Site } from "./model.ts";
import { nameBuildings } from "./name-buildings.ts";
import { DemoNames } from "./names.ts";
import { placeSites } from "./place-sites.ts";
import { planRentedSites } from "./plan-rented-sites.ts";
import { planOwnedSites, planSoldSites } from "./plan-sites.ts";
import { Random } from "./random.ts";
import { referenceFigures } from "./reference-figures.ts";
import type { DemoPortfolio } from "./rows.ts";
import { writeRentTerms } from "./rent/write-rent-terms.ts";
import { shareProperties } from "./share-properties.ts";
import { LeaseWriter } from "./write-leases.ts";
import { writeMaintenance } from "./write-maintenance.ts";
import { multiPolygonText, writePlaces, type Writing } from "./write-places.ts";
import { writeSpaces } from "./write-spaces.ts";
import { writeBacklog, writeSurveys } from "./write-upkeep.ts";
import { writeVersions } from "./write-versions.ts";

/** What decides every row of the demo. */
export interface DemoOptions {
  seed: number;
  loadDay: Day;
}

/**
 * Makes the whole demo portfolio in memory: pure, so the same seed and load day give the same rows, ids included. What it
 * adds up to on the load day is `targets`; what is invented is said in docs/demo-portfolio.md.
 * @example generateDemo({ seed: 2013, loadDay: "2026-11-20" }).building.length // 2,652
 */
export function generateDemo({ seed, loadDay }: DemoOptions): DemoPortfolio {
  const random = new Random(`ejendomsportalen/${seed}/${loadDay}`);
  const days = new DemoDays(loadDay);
  const ids = new DemoIds(random.stream("ids"), loadDay);
  const names = new DemoNames(random.stream("names"));
  const organisationId = ids.next();
  const { administrations, units } = generateUnits(random.stream("units"), ids, names, organisationId);

  const sites = [
    ...planOwnedSites(random.stream("owned"), ids),
    ...planSoldSites(random.stream("sold"), ids),
    ...planRentedSites(random.stream("rented"), ids),
  ];
  giveLives(random.stream("lives"), days, sites);
  layFloors(random.stream("floors"), sites);
  houseUnits(random.stream("houses"), days, names, units, sites);
  markFloors(random.stream("marks"), days, sites);
  sites.forEach(nameBuildings);
  placeSites(random.stream("places"), sites);
  shareProperties(sites);

  const rows = emptyPortfolio();
  rows.organisation.push(organisationRow(organisationId, { seed, loadDay }));
  rows.administration = administrations;
  rows.unit = units.map(({ row }) => row);
  rows.referenceFigure = referenceFigures(organisationId);
  const writing: Writing = { organisationId, ids, loadDay, rows };
  writePlaces(writing, sites, writeDistricts(writing));
  writeBuildings(random, writing, days, sites);
  return rows;
}

function writeBuildings(random: Random, writing: Writing, days: DemoDays, sites: Site[]): void {
  const streams = {
    rooms: random.stream("rooms"),
    fabric: random.stream("fabric"),
    surveys: random.stream("surveys"),
  };
  const leases = new LeaseWriter(random.stream("leases"), writing, days);
  for (const site of sites) {
    for (const building of site.buildings) writeVersions(streams.fabric, writing, building);
    leases.write(
      site,
      site.buildings.flatMap((building) => writeSpaces(streams.rooms, writing, building)),
    );
  }
  const own = sites
    .filter(({ kind }) => kind === "owned" || kind === "sold")
    .flatMap((site) => site.buildings);
  for (const building of own) writeSurveys(streams.surveys, writing, days, building);
  writeBacklog(random.stream("backlog"), writing, days, own);
  writeMaintenance(random.stream("maintenance"), writing, days, own);
  writeCondition(random.stream("condition"), writing, own);
  writeRentTerms(random.stream("rent"), writing);
  writeLeaseTerms(random.stream("lease terms"), writing);
  writeLeaseParties(writing);
}

function writeDistricts({ organisationId, ids, rows }: Writing): Map<number, Id> {
  return new Map(
    districts.map((district) => {
      const id = ids.next();
      rows.district.push({
        id,
        organisationId,
        code: String(district.code),
        name: district.name,
        outlineWgs84: multiPolygonText(district.outline),
        isApproximate: true,
        source: "Tilnærmet omkring kendte steder (demo)",
      });
      return [district.code, id];
    }),
  );
}

const organisationRow = (id: Id, { seed, loadDay }: DemoOptions) => ({
  id,
  name: "Københavns Ejendomme (demo)",
  municipalityCode: "0101",
  outlineWgs84: multiPolygonText([municipality]),
  demoSeed: seed,
  loadDay,
});

const emptyPortfolio = (): DemoPortfolio => ({
  organisation: [],
  administration: [],
  unit: [],
  district: [],
  property: [],
  address: [],
  building: [],
  buildingVersion: [],
  floor: [],
  space: [],
  contract: [],
  tenancy: [],
  occupation: [],
  survey: [],
  backlogEstimate: [],
  maintenanceEntry: [],
  referenceFigure: [],
  rentTerm: [],
  ...{ leaseTerm: [], leaseOption: [], leaseParty: [] },
  ...{ elementType: [], assumption: [], priceList: [], priceLine: [], priceIndex: [], targetQuality: [] },
  ...{ element: [], elementObservation: [], defect: [], remedy: [], work: [], backlogLine: [] },
});
