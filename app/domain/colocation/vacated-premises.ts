import { addMonths } from "../day.ts";
import type { Day } from "../day-count.ts";
import { premisesOf, type CaseInputs, type CasePremises, type CaseScenario } from "./case-inputs.ts";
import { baseOf, movesOf } from "./moved-units.ts";
import { yearsAfter } from "./years-between.ts";

/** Premises that a scenario empties: when the last unit leaves, and when the city is done with them. Years from the start. */
export interface Vacated {
  premises: CasePremises;
  leftAtYears: number;
  exitAtYears: number;
}

/** Others who stay in premises keep them, but for a remnant of a room. */
const remnantM2 = 1;

/** The first day on which a lease can be left: what the case says, or what the contract does. */
export function earliestExit(premises: CasePremises, readOn: Day): Day | null {
  if (premises.exitOn) return premises.exitOn;
  if (!premises.lease) return null;
  const { noticeMonths, nonTerminableUntil, endsOn } = premises.lease;
  const noticed = addMonths(readOn, noticeMonths ?? 0);
  const earliest = nonTerminableUntil && nonTerminableUntil > noticed ? nonTerminableUntil : noticed;
  return endsOn && endsOn < earliest ? endsOn : earliest;
}

/** The premises where the base has units of the case and a scenario has none, and nobody else stays. */
export function vacatedBy(inputs: CaseInputs, scenario: CaseScenario): Vacated[] {
  const base = baseOf(inputs);
  const moves = movesOf(inputs, scenario);
  return inputs.premises.flatMap((premises) => {
    const leaving = moves.filter(({ from }) => from?.id === premises.id);
    const isHere = (in_: CaseScenario) => inputs.units.some(({ id }) => premisesOf(in_, id) === premises.id);
    if (leaving.length === 0 || !isHere(base) || isHere(scenario) || premises.othersM2 >= remnantM2)
      return [];
    const leftAtYears = Math.max(...leaving.map(({ atYears }) => atYears));
    const exit = earliestExit(premises, inputs.readOn);
    const freeAtYears = exit ? yearsAfter(inputs.case.startOn, exit) : 0;
    return [{ premises, leftAtYears, exitAtYears: Math.max(leftAtYears, freeAtYears) }];
  });
}
