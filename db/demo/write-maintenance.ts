import { apportion } from "#domain/apportion.ts";
import { yearOf, type Day } from "#domain/day.ts";
import type { DemoDays } from "./demo-days.ts";
import type { DemoBuilding } from "./model.ts";
import type { Random } from "./random.ts";
import { historyYears, targets } from "./targets.ts";
import type { Writing } from "./write-places.ts";

const entriesPerYear = 780;
/** What maintenance has grown by, a year. */
const growth = 1.027;

const works = {
  exterior: [
    "Udskiftning af tagrender",
    "Reparation af tegltag",
    "Nyt tagpap",
    "Maling af vinduer",
    "Udskiftning af vinduer",
    "Fugning af facade",
    "Facadeeftersyn",
    "Reparation af kloak",
    "Omfangsdræn",
    "Udskiftning af yderdør",
    "Sokkelreparation",
    "Reparation af altaner",
    "Afrensning af facade",
    "Skorstensreparation",
  ],
  interior: [
    "Reparation af fjernvarmeanlæg",
    "Udskiftning af varmtvandsbeholder",
    "Eftersyn af ventilation",
    "Udskiftning af eltavle",
    "Udskiftning af vandrør",
    "Reparation af elevator",
    "Nødbelysning",
    "Udskiftning af radiatorer",
    "Akut vandskade",
    "Reparation af afløb",
  ],
} as const;

/**
 * Writes the ledger of maintenance carried out: ten calendar years and the running one up to the load day. The calendar
 * year before the load day adds up exactly.
 */
export function writeMaintenance(
  random: Random,
  writing: Writing,
  days: DemoDays,
  buildings: DemoBuilding[],
): void {
  const lastYear = yearOf(days.loadDay) - 1;
  for (let year = lastYear + 1 - historyYears; year <= lastYear + 1; year++) {
    const share = year > lastYear ? Number(days.loadDay.slice(5, 7)) / 13 : 1;
    const wobble = year === lastYear ? 1 : random.between(0.96, 1.04);
    const hundredsKr = Math.round(
      (targets.maintenanceLastYearKr / 100) * growth ** (year - lastYear) * wobble * share,
    );
    writeYear(random, writing, days, buildings, {
      year,
      hundredsKr,
      count: Math.round(entriesPerYear * share),
    });
  }
}

function writeYear(
  random: Random,
  writing: Writing,
  days: DemoDays,
  buildings: DemoBuilding[],
  { year, hundredsKr, count }: { year: number; hundredsKr: number; count: number },
): void {
  const lastDay = days.loadDay < `${year}-12-31` ? days.loadDay : `${year}-12-31`;
  // The year that must add up is read over the buildings of the load day: one sold since would take its works with it.
  const standsUntil = year === yearOf(days.loadDay) - 1 ? days.loadDay : lastDay;
  const standing = buildings.filter(
    ({ start, end, isShed }) => !isShed && start < `${year}-01-01` && (end === null || end > standsUntil),
  );
  const drawn = Array.from({ length: count }, () => {
    const building = random.pick(standing);
    return {
      building,
      weight: random.lognormal(60, 1.3) * Math.sqrt(building.grossM2) * ((building.condition ?? 3) + 1),
    };
  });
  const amounts = apportion(
    drawn.map(({ weight }) => weight),
    hundredsKr,
  );
  drawn.forEach(({ building }, index) => {
    const scope = random.chance(0.7) ? "exterior" : "interior";
    const bookedOn: Day = days.between(random, `${year}-01-01`, lastDay);
    writing.rows.maintenanceEntry.push({
      id: writing.ids.next(),
      organisationId: writing.organisationId,
      buildingId: building.id,
      bookedOn,
      scope,
      description: random.pick(works[scope]),
      amountOre: amounts[index]! * 10_000,
      source: "Driftsregnskab (demo)",
    });
  });
}
