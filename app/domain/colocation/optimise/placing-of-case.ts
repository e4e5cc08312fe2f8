import { discountFactors, rateScheduleOn } from "../../economy/rate-schedule.ts";
import type { CaseInputs, CasePremises, CaseScenario, CaseUnit } from "../case-inputs.ts";
import { roomFunctions } from "../room-function.ts";
import { placingCosts } from "./placing-costs.ts";
import { blockersOf, isAgainst, neededM2, ruleKey, type PlacingLimits } from "./placing-rules.ts";
import type { PlacingProblem } from "./placing-problem.ts";

export interface CaseQuestion {
  inputs: CaseInputs;
  scenario: CaseScenario;
  limits: PlacingLimits;
}

/**
 * A case as a problem of placing: what may go where and what everything costs, by the case's own assumptions. Rules named in `without` are left out. Internal
 * rent is a transfer and counts nothing. Premises that others use, or that are kept when vacated, cannot be given up.
 */
export function placingOfCase(
  { inputs, scenario, limits }: CaseQuestion,
  without: ReadonlySet<string> = new Set(),
): PlacingProblem {
  const { units, premises, case: head } = inputs;
  const factors = discountFactors(rateScheduleOn(head.ratesAsOf).steps, head.horizonYears);
  const factor = factors.slice(1).reduce((sum, each) => sum + each, 0);
  const costs = placingCosts(inputs, factor);
  const hours = hoursOf(units);
  const pairs = units.flatMap((unit) =>
    premises
      .filter((one) => blockersOf(inputs, scenario, unit, one, without).length === 0)
      .map((one) => ({
        ...{ unit: unit.id, premises: one.id, oneOffOre: costs.movingOre(unit, one) },
        yearlyOre: softOre(inputs, unit, one),
      })),
  );
  const isOn = (id: string, words: string) => !without.has(ruleKey({ kind: "condition", id, words }));
  const tied = inputs.conditions.filter(({ otherUnitId }) => otherUnitId !== null);
  const tiesOf = (kind: "apart" | "together") =>
    tied
      .filter((one) => one.kind === kind && one.strength === "hard" && isOn(one.id, one.words))
      .map(({ unitId, otherUnitId }) => ({ a: unitId, b: otherUnitId! }));
  return {
    factor,
    units: units.map((unit) => ({
      id: unit.id,
      rooms: roomsNeeded(unit),
      hours: hours.map((hour) => personsAt(unit, hour)),
    })),
    premises: premises.map((one) => ({
      ...{ id: one.id, rooms: roomsThere(one), seats: seatsOf(units, one), yearlyOre: costs.yearlyOre(one) },
      leavingOre: costs.leavingOre(one),
      mustStay: one.whenVacated === "keep" || one.othersM2 >= 1,
    })),
    pairs,
    synergies: tied
      .filter(({ strength }) => strength === "soft")
      .map(({ kind, unitId, otherUnitId, yearlyPriceOre }) => ({
        ...{ a: unitId, b: otherUnitId!, yearlyOre: (kind === "apart" ? -1 : 1) * (yearlyPriceOre ?? 0) },
      })),
    ...{ apart: tiesOf("apart"), together: tiesOf("together") },
    budgetOre: without.has("budget") ? null : limits.budgetOre,
    payback:
      limits.paybackYears === null || without.has("payback")
        ? null
        : {
            years: limits.paybackYears,
            yearlyOreToday: premises.reduce((sum, one) => sum + costs.yearlyOre(one), 0),
          },
  };
}

/** What wishes that are not kept in these premises are said to be worth a year. */
const softOre = (inputs: CaseInputs, unit: CaseUnit, premises: CasePremises): number =>
  inputs.conditions
    .filter((one) => one.unitId === unit.id && one.strength === "soft" && isAgainst(inputs, one, premises))
    .reduce((sum, one) => sum + (one.yearlyPriceOre ?? 0), 0);

/** m² in all, then of each function; what may be shared counts by the hour instead. */
const roomsNeeded = (unit: CaseUnit): number[] => {
  const own = (isOwn: (need: CaseUnit["needs"][number]) => boolean) =>
    unit.needs.filter((need) => !need.mayShare && isOwn(need)).reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const all = unit.needs.length > 0 ? own(() => true) : neededM2(unit);
  return [all, ...roomFunctions.map((each) => own(({ roomFunction }) => roomFunction === each))];
};

const roomsThere = ({ areaM2, othersM2, capacity }: CasePremises): number[] => [
  Math.max(0, areaM2 - othersM2),
  ...roomFunctions.map((each) =>
    capacity.length === 0
      ? Infinity
      : (capacity.find(({ roomFunction }) => roomFunction === each)?.areaM2 ?? 0),
  ),
];

interface Hour {
  weekday: number;
  hour: number;
}

/** The hours of the week at which someone who shares is there; hours alike for everyone count once. */
function hoursOf(units: readonly CaseUnit[]): Hour[] {
  const found = new Map<string, Hour>();
  for (let weekday = 1; weekday <= 7; weekday += 1)
    for (let hour = 0; hour < 24; hour += 1) {
      const persons = units.map((unit) => personsAt(unit, { weekday, hour }));
      if (persons.some((each) => each > 0)) found.set(persons.join(" "), { weekday, hour });
    }
  return [...found.values()];
}

const sharedPlaces = ({ needs }: CaseUnit): number =>
  needs.filter(({ mayShare }) => mayShare).reduce((sum, { places }) => sum + places, 0);

/** How many of a unit are in shared rooms at an hour: no more than it has places for there. */
const personsAt = (unit: CaseUnit, { weekday, hour }: Hour): number => {
  const persons = unit.hours
    .filter((one) => one.weekday === weekday && one.fromHour <= hour && hour < one.toHour)
    .reduce((sum, one) => sum + one.persons, 0);
  return Math.min(persons, sharedPlaces(unit));
};

/** Places in the functions that units of the case would share; null where nobody shares, or nobody has counted them. */
function seatsOf(units: readonly CaseUnit[], { capacity }: CasePremises): number | null {
  const shared = new Set(
    units.flatMap(({ needs }) => needs.filter(({ mayShare }) => mayShare).map((n) => n.roomFunction)),
  );
  if (shared.size === 0 || capacity.length === 0) return null;
  return capacity
    .filter(({ roomFunction }) => shared.has(roomFunction))
    .reduce((sum, { places }) => sum + places, 0);
}
