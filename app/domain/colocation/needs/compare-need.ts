import { addMonths, yearOf, type Day } from "../../day-count.ts";
import { evaluateFlows } from "../../economy/evaluate-flows.ts";
import { rateScheduleOn } from "../../economy/rate-schedule.ts";
import type { UseGroup } from "../../portfolio-row.ts";
import { movingInOre, ratesIn, type CandidateRates } from "../candidates/candidate-money.ts";
import type { House } from "../candidates/candidate-places.ts";
import { tightest } from "../candidates/judge-pair.ts";
import { factsOfKind } from "../candidates/kind-facts.ts";
import { priceLevelOf } from "../usual-assumptions.ts";

/** A need as the comparison reads it. The district is a code; null where it may be anywhere. */
export interface ComparedNeed {
  unitKind: string;
  district: string | null;
  areaM2: number;
  neededFrom: Day;
  years: number;
}

export type NeedWay = "existing" | "lease" | "build";

/** One way to meet a need: what it costs, when it can be ready, and how well it fits (0 to 100). Money in øre. */
export interface NeedOption {
  way: NeedWay;
  /** The house, of existing space. */
  house: Pick<House, "id" | "name" | "address" | "district" | "condition" | "vacantM2"> | null;
  isConverted: boolean;
  onceOre: number;
  yearlyOre: number;
  /** All of it over the years of the need, discounted to today; what a new house is still worth is taken off. */
  presentOre: number;
  months: { from: number; to: number };
  /** Whether it is ready in time even where it takes longest, or perhaps. */
  isInTime: "yes" | "perhaps" | "no";
  fit: number;
}

/** Rent from others a m² and year in 2013: offices 900–1,850 kr., other 600–1,200 kr. Source: the project's domain notes (1). */
const marketRentOre = { office: 1_375_00, other: 900_00 };
/** Building anew a m², in 2013. Source: the project's domain notes (3), current replacement value. A judgement. */
const newBuildingOrePerM2 = 22_000_00;
/** A building may last a hundred years; what is left of it when the need ends is counted back in a straight line. */
const lifeYears = 100;
/** Months until it stands ready. Building: the report's 33–53 months for daycare, later about 30. The others are judgements. */
const monthsOf = {
  existing: { from: 3, to: 6 },
  converted: { from: 9, to: 15 },
  lease: { from: 6, to: 12 },
  build: { from: 30, to: 53 },
};
const existingShown = 3;

/**
 * A need compared over space the city has, a lease from others, and building anew: cost, time and quality of fit side by side, the
 * cheapest over its years first. @example compareNeed(need, [], "2026-11-20").map(({ way }) => way) // ["lease", "build"] or the other way round
 */
export function compareNeed(need: ComparedNeed, houses: readonly House[], on: Day): NeedOption[] {
  const rates = ratesIn(yearOf(on));
  const existing = houses
    .flatMap((house) => existingOption(need, house, rates, on) ?? [])
    .sort((a, b) => b.fit - a.fit || a.presentOre - b.presentOre)
    .slice(0, existingShown);
  const both = [leaseOption(need, rates, on), buildOption(need, rates, on)];
  return [...existing, ...both].sort((a, b) => a.presentOre - b.presentOre || b.fit - a.fit);
}

function existingOption(need: ComparedNeed, house: House, rates: CandidateRates, on: Day): NeedOption | null {
  const { group, converts } = factsOfKind(need.unitKind);
  const isConverted = house.useGroup !== group;
  if (isConverted && !converts.includes(house.useGroup)) return null;
  if (house.vacantM2 < need.areaM2 * tightest) return null;
  const onceOre = movingInOre(need.areaM2, house, { isShared: false, isConverted }, rates);
  const yearlyOre = need.areaM2 * rates.running;
  const { id, name, address, district, condition, vacantM2 } = house;
  return optionOf(need, on, {
    ...{ way: "existing", isConverted, onceOre, yearlyOre, restOre: 0 },
    house: { id, name, address, district, condition, vacantM2 },
    months: isConverted ? monthsOf.converted : monthsOf.existing,
    fit: fitOf(need, house, isConverted),
  });
}

/** Function 40, district 30, condition 20, size 10 of 100: a judgement of the portal's own. */
function fitOf(need: ComparedNeed, house: House, isConverted: boolean): number {
  const isThere = need.district === null || need.district === house.district;
  const condition = [0.4, 1, 1, 0.8, 0.5, 0.2, 0][house.condition ?? 0]!;
  const size = house.vacantM2 < need.areaM2 ? 0.5 : Math.min(1, (2 * need.areaM2) / house.vacantM2);
  return Math.round(40 * (isConverted ? 0.5 : 1) + 30 * (isThere ? 1 : 0.2) + 20 * condition + 10 * size);
}

/** What the market has can be chosen for the place, and is seldom made for the purpose. */
function leaseOption(need: ComparedNeed, rates: CandidateRates, on: Day): NeedOption {
  const isOffice = groupOf(need) === "administration";
  const rent = marketRentOre[isOffice ? "office" : "other"] * priceLevelOf(yearOf(on)).base;
  const onceOre = need.areaM2 * (rates.movePerM2 + rates.refurbishLeased) * (1 + rates.contingency);
  return optionOf(need, on, {
    ...{ way: "lease", house: null, isConverted: false, onceOre, restOre: 0 },
    yearlyOre: need.areaM2 * (rent + rates.running),
    ...{ months: monthsOf.lease, fit: isOffice ? 85 : 70 },
  });
}

function buildOption(need: ComparedNeed, rates: CandidateRates, on: Day): NeedOption {
  const building =
    need.areaM2 * newBuildingOrePerM2 * priceLevelOf(yearOf(on)).base * (1 + rates.contingency);
  const restOre = building * Math.max(0, 1 - need.years / lifeYears);
  return optionOf(need, on, {
    ...{ way: "build", house: null, isConverted: false, restOre },
    onceOre: building + need.areaM2 * rates.movePerM2,
    yearlyOre: need.areaM2 * (rates.running + rates.maintenance),
    ...{ months: monthsOf.build, fit: 95 },
  });
}

const groupOf = (need: ComparedNeed): UseGroup => factsOfKind(need.unitKind).group;

type Priced = Omit<NeedOption, "presentOre" | "isInTime"> & { restOre: number };

function optionOf(need: ComparedNeed, on: Day, { restOre, ...priced }: Priced): NeedOption {
  const { onceOre, yearlyOre, months } = priced;
  const flows = [onceOre, ...new Array<number>(need.years).fill(yearlyOre)];
  flows[need.years]! -= restOre;
  const readyBy = (count: number) => addMonths(on, count) <= need.neededFrom;
  return {
    ...priced,
    ...{ onceOre: Math.round(onceOre), yearlyOre: Math.round(yearlyOre) },
    presentOre: evaluateFlows(flows.map(Math.round), rateScheduleOn(on).steps).npvOre,
    isInTime: readyBy(months.to) ? "yes" : readyBy(months.from) ? "perhaps" : "no",
  };
}
