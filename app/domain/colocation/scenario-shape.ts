import type { Id } from "../id.ts";
import type { CaseCondition, CaseInputs, CasePremises, CaseScenario, CaseUnit } from "./case-inputs.ts";
import { brokenConditions } from "./judge-conditions.ts";
import { areaToday, movesOf, type Move } from "./moved-units.ts";
import { vacatedBy, type Vacated } from "./vacated-premises.ts";

/** A move with what it takes: m² to be refurbished, m² to be made into something else, m² put to use that stood empty. */
export interface ShapedMove extends Move {
  refurbishM2: number;
  convertM2: number;
  wakenedM2: number;
}

/** What a scenario does, before anything is priced: reckoned once, priced as often as values are turned. */
export interface ScenarioShape {
  lastYear: number;
  moves: ShapedMove[];
  vacated: (Vacated & { usedBy: { unit: CaseUnit; areaM2: number }[]; emptyM2: number })[];
  brokenSoft: { condition: CaseCondition; unit: CaseUnit; atYears: number }[];
}

/** m² of premises that nobody uses today. */
export const emptyToday = (inputs: CaseInputs, premises: CasePremises): number =>
  Math.max(0, premises.areaM2 - premises.othersM2 - usedToday(inputs, premises.id));

const usedToday = (inputs: CaseInputs, premisesId: Id): number =>
  inputs.units.reduce((sum, unit) => sum + areaToday(unit, premisesId), 0);

/** What a scenario does against the base. */
export function shapeOf(inputs: CaseInputs, scenario: CaseScenario): ScenarioShape {
  const moves = movesOf(inputs, scenario);
  return {
    lastYear: inputs.case.horizonYears,
    moves: moves.map((move) => ({ ...move, ...worksOf(move), wakenedM2: wakenedBy(inputs, moves, move) })),
    vacated: vacatedBy(inputs, scenario).map((one) => ({
      ...one,
      usedBy: inputs.units
        .map((unit) => ({ unit, areaM2: areaToday(unit, one.premises.id) }))
        .filter(({ areaM2 }) => areaM2 > 0),
      emptyM2: emptyToday(inputs, one.premises),
    })),
    brokenSoft: brokenConditions(inputs, scenario)
      .filter(({ strength }) => strength === "soft")
      .map((condition) => ({
        condition,
        unit: inputs.units.find(({ id }) => id === condition.unitId)!,
        atYears: moves.find(({ unit }) => unit.id === condition.unitId)?.atYears ?? 0,
      })),
  };
}

/** Rooms of a function that the premises lack altogether are converted, the others refurbished. Premises of which nobody has
 *  said what they have are taken to have everything. */
function worksOf({ unit, to, areaM2 }: Move) {
  const has = new Set(to.capacity.map(({ roomFunction }) => roomFunction));
  const convertM2 = unit.needs
    .filter(({ roomFunction }) => has.size > 0 && !has.has(roomFunction))
    .reduce((sum, need) => sum + need.areaM2, 0);
  return { convertM2, refurbishM2: Math.max(0, areaM2 - convertM2) };
}

/** A move's part of the m² that stood empty and are now cleaned, lit and heated: what is asked for beyond what others leave. */
function wakenedBy(inputs: CaseInputs, moves: readonly Move[], move: Move): number {
  const arriving = moves
    .filter(({ to }) => to.id === move.to.id)
    .reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const leaving = moves
    .filter(({ from }) => from?.id === move.to.id)
    .reduce((sum, { unit }) => sum + areaToday(unit, move.to.id), 0);
  const wakened = Math.max(0, Math.min(arriving - leaving, emptyToday(inputs, move.to)));
  return arriving > 0 ? (wakened * move.areaM2) / arriving : 0;
}
