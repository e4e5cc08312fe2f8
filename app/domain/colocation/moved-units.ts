import type { Id } from "../id.ts";
import {
  premisesOf,
  type CaseInputs,
  type CasePremises,
  type CaseScenario,
  type CaseUnit,
} from "./case-inputs.ts";
import { yearsAfter } from "./years-between.ts";

/** A unit that a scenario has elsewhere than the base does. `atYears` is how many years from the start it moves. */
export interface Move {
  unit: CaseUnit;
  from: CasePremises | null;
  to: CasePremises;
  atYears: number;
  areaM2: number;
}

/** The scenario in which things are as they are. */
export const baseOf = (inputs: CaseInputs): CaseScenario => inputs.scenarios.find(({ isBase }) => isBase)!;

/** What a unit uses of premises today, m². */
export const areaToday = (unit: CaseUnit, premisesId: Id | null): number =>
  unit.today.find((one) => one.premisesId === premisesId)?.areaM2 ?? 0;

/** What a unit asks for, m²: its needs added up, or what it has today where it has said nothing. */
export function areaNeeded(unit: CaseUnit, fromId: Id | null): number {
  const asked = unit.needs.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  return asked > 0 ? asked : areaToday(unit, fromId);
}

/** Who moves in a scenario, from where to where and when, in the order of the case's units. */
export function movesOf(inputs: CaseInputs, scenario: CaseScenario): Move[] {
  const base = baseOf(inputs);
  const premises = new Map(inputs.premises.map((one) => [one.id, one]));
  return inputs.units.flatMap((unit) => {
    const toId = premisesOf(scenario, unit.id);
    const fromId = premisesOf(base, unit.id);
    const to = toId && premises.get(toId);
    if (!to || toId === fromId) return [];
    const placement = scenario.placements.find((one) => one.unitId === unit.id && one.premisesId === toId)!;
    const day = placement.fromDay ?? inputs.case.startOn;
    return [
      {
        ...{ unit, from: (fromId && premises.get(fromId)) || null, to },
        ...{ atYears: yearsAfter(inputs.case.startOn, day), areaM2: areaNeeded(unit, fromId) },
      },
    ];
  });
}
