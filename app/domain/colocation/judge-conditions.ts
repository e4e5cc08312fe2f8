import { distanceMeters } from "#geo/distance.ts";
import type { Id } from "../id.ts";
import { premisesOf, type CaseCondition, type CaseInputs, type CaseScenario } from "./case-inputs.ts";
import { baseOf } from "./moved-units.ts";

/** The conditions that a scenario does not meet, as they stand. Of a unit that it has nowhere nothing is said. */
export const brokenConditions = (inputs: CaseInputs, scenario: CaseScenario): CaseCondition[] =>
  inputs.conditions.filter((condition) => isBroken(inputs, scenario, condition));

function isBroken(inputs: CaseInputs, scenario: CaseScenario, condition: CaseCondition): boolean {
  const here = premisesOf(scenario, condition.unitId);
  if (here === null) return false;
  switch (condition.kind) {
    case "notHere":
      return here === condition.premisesId;
    case "onlyHere":
      return here !== condition.premisesId;
    case "apart":
      return here === premisesOf(scenario, condition.otherUnitId!);
    case "together":
      return here !== premisesOf(scenario, condition.otherUnitId!);
    case "within":
      return isFurther(inputs, premisesOf(baseOf(inputs), condition.unitId), here, condition.distanceMeters!);
  }
}

/** Whether premises lie further than so many metres from where a unit is today; unknown where a position is. */
function isFurther(inputs: CaseInputs, fromId: Id | null, toId: Id, meters: number): boolean {
  const at = (id: Id | null) => inputs.premises.find((one) => one.id === id)?.position ?? null;
  const [from, to] = [at(fromId), at(toId)];
  return from !== null && to !== null && distanceMeters(from, to) > meters;
}
