import { addYears, yearOf, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

export interface HousedUnit {
  buildingId: Id;
  contractId: Id;
  unitId: Id;
  areaM2: number;
}

/** A house of the city's own with room that nobody rents: how much. */
export interface Hall {
  buildingId: Id;
  areaM2: number;
}

/** What the demo's cases are made of; `areaM2` of the small unit: what it rents. */
export interface Sites extends ChosenOffices {
  hall: Hall;
  otherHall: Hall;
  small: Omit<HousedUnit, "contractId">;
}

/** Rented offices: three that gather in one hall, and two that share another. */
export interface ChosenOffices {
  gathering: readonly [HousedUnit, HousedUnit, HousedUnit];
  joint: readonly [HousedUnit, HousedUnit];
}

export const caseName = {
  together: "Fælles kontorhus efter forbillede af Islands Brygge (fiktiv)",
  service: "Fælles borgerservice efter forbillede af Valby (fiktiv)",
  firstStage: "Kontorhus, første etape (fiktiv)",
  decided: "Et kontor ind i eget hus (fiktiv)",
  desks: "Pladser hos andre efter forbillede af International House (fiktiv)",
};

/** Gross m² an employee: in offices with rooms of their own (norm 25–30), and in open plan, where they move to (17–19). */
export const m2InRooms = 27;
export const m2InOpenPlan = 18;

const employeesOf = (areaM2: number): number => Math.max(2, Math.round(areaM2 / m2InRooms));

/** Places and gross m² of an office: seven desks to ten people, meeting rooms that may be shared, and rooms for confidential talks. */
const office = ({ unitId, areaM2 }: { unitId: Id; areaM2: number }, perEmployeeM2 = m2InOpenPlan) => {
  const employees = employeesOf(areaM2);
  const need = (roomFunction: string, share: number, places: number, mayShare = false) => ({
    ...{ roomFunction, places, mayShare, areaM2: Math.round(employees * perEmployeeM2 * share) },
  });
  return {
    ...{ unitId, employees },
    needs: [
      need("workplace", 0.75, Math.ceil(employees * 0.7)),
      need("meeting", 0.17, Math.ceil(employees * 0.4), true),
      need("confidential", 0.08, Math.ceil(employees * 0.1)),
    ],
  };
};

/** What the works in a house would cost, kr. a m² in prices of the case: low, base, high. */
const works = (premisesId: string, [low, base, high]: [number, number, number], source: string) => ({
  ...{ key: "refurbishOwn", premisesId, low: low * 100, base: base * 100, high: high * 100 },
  ...{ source: `${source} (fiktivt)`, owner: "KEjd" },
});

const lease = (key: string, { buildingId, contractId }: HousedUnit) => ({
  ...{ key, buildingId, contractId, whenVacated: "endLease" },
});
const own = (key: string, { buildingId }: { buildingId: Id }) => ({ key, buildingId, whenVacated: "keep" });

const to = (premisesId: string, fromDay: Day, ...unitIds: Id[]) =>
  unitIds.map((unitId) => ({ unitId, premisesId, standing: "assigned", fromDay }));

/**
 * The demo's cases, as a program would send them: one that is back within the six years demanded, one that is worth it over
 * its life alone, and one that costs more than it gives, for no house is given up; and two that go to the council.
 */
export function demoCases(sites: Sites, loadDay: Day): object[] {
  const year = yearOf(loadDay);
  const common = { priceYear: year, horizonYears: 20, startOn: `${year + 1}-01-01`, ratesAsOf: loadDay };
  const own = [together(sites, common), service(sites, common), desks(sites, common)];
  return [...own, firstStage(sites, common), decided(sites, common)];
}

interface Common {
  priceYear: number;
  horizonYears: number;
  startOn: Day;
  ratesAsOf: Day;
}

function together({ gathering: [a, b, c], hall }: Sites, common: Common) {
  const soon = common.startOn;
  return {
    ...{ ...common, name: caseName.together },
    purpose: "Tre lejede kontorer kan samles i et af kommunens egne huse, der står tomt.",
    premises: [lease("a", a), lease("b", b), lease("c", c), own("hall", hall)],
    units: [office(a), office(b), office(c)],
    scenarios: [
      {
        name: "Alle tre i kommunens hus",
        placements: [...to("hall", soon, a.unitId, b.unitId), ...to("hall", addYears(soon, 1), c.unitId)],
      },
      { name: "Kun det dyreste", placements: to("hall", soon, a.unitId) },
      { name: "To flytter, det tredje bliver", placements: to("hall", soon, a.unitId, b.unitId) },
    ],
    conditions: [
      {
        ...{ unitId: c.unitId, strength: "soft", kind: "apart", otherUnitId: b.unitId },
        yearlyPriceOre: 60_000_00,
        words: "Borgerne skal kunne komme uden at møde den anden enheds borgere.",
      },
    ],
    assumptions: [works("hall", [5_500, 7_500, 10_000], "Bygherrens overslag: åbne kontorer i et tomt hus")],
  };
}

/** Two of the rented offices, as a case of their own: what waits for the council's next meeting. */
function firstStage({ gathering: [a, b], hall }: Sites, common: Common) {
  return {
    ...{ ...common, name: caseName.firstStage },
    purpose:
      "De to dyreste lejede kontorer flytter ind i et af kommunens egne huse, der står tomt. Resten følger senere.",
    premises: [lease("a", a), lease("b", b), own("hall", hall)],
    units: [office(a), office(b)],
    scenarios: [
      { name: "Begge i kommunens hus", placements: to("hall", common.startOn, a.unitId, b.unitId) },
    ],
    assumptions: [works("hall", [5_500, 7_500, 10_000], "Bygherrens overslag: åbne kontorer i et tomt hus")],
  };
}

/** One office that moves by itself: what the council decided at its last meeting. */
function decided({ gathering: [, , c], hall }: Sites, common: Common) {
  return {
    ...{ ...common, name: caseName.decided },
    purpose: "Et lejet kontor flytter ind i et af kommunens egne huse, og lejemålet opsiges.",
    premises: [lease("c", c), own("hall", hall)],
    units: [office(c)],
    scenarios: [{ name: "I kommunens hus", placements: to("hall", common.startOn, c.unitId) }],
    assumptions: [works("hall", [2_000, 3_500, 5_000], "Bygherrens overslag: få ombygninger")],
  };
}

function service({ joint: [d, e], otherHall }: Sites, common: Common) {
  return {
    ...{ ...common, name: caseName.service },
    purpose: "To enheder deler modtagelse, post og små håndværksydelser under samme tag.",
    premises: [lease("d", d), lease("e", e), own("hall", otherHall)],
    units: [office(d), office(e)],
    scenarios: [
      { name: "Begge i kommunens hus", placements: to("hall", common.startOn, d.unitId, e.unitId) },
      { name: "Kun den ene", placements: to("hall", common.startOn, d.unitId) },
    ],
    conditions: [
      {
        ...{ unitId: d.unitId, strength: "hard", kind: "within", distanceMeters: 4_000 },
        words: "Borgerne skal kunne komme hertil uden skift.",
      },
    ],
    assumptions: [
      works(
        "hall",
        [11_000, 15_000, 19_000],
        "Bygherrens overslag: ombygning til publikum, elevator og ventilation",
      ),
    ],
  };
}

function desks({ joint: [host], small }: Sites, common: Common) {
  // They bring their rooms with them: a guest in another's office has no open plan to move to.
  const guest = office(small, m2InRooms);
  return {
    ...{ ...common, horizonYears: 10, name: caseName.desks },
    purpose: `Et lille kontor på ${guest.employees} medarbejdere kan sidde i en andens lokaler; dets egne bliver i huset.`,
    premises: [own("home", small), lease("host", host)],
    units: [guest],
    scenarios: [{ name: "Pladser hos naboen", placements: to("host", common.startOn, small.unitId) }],
  };
}
