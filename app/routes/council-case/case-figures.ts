import { premisesOf, type CaseInputs, type CaseScenario } from "#domain/colocation/case-inputs.ts";
import type { Submission } from "#db/queries/council/get-council-case.ts";

/** The scenario that was recommended, as it was frozen. */
export const recommendedIn = ({
  inputs,
  scenarioId,
}: Pick<Submission, "inputs" | "scenarioId">): CaseScenario | null =>
  inputs.scenarios.find(({ id }) => id === scenarioId) ?? null;

/** Where each unit is and where the scenario has it, by name. */
export function movesIn(inputs: CaseInputs, scenario: CaseScenario) {
  const base = inputs.scenarios.find(({ isBase }) => isBase);
  const nameOf = (id: string | null) => inputs.premises.find((one) => one.id === id)?.name ?? null;
  return inputs.units.map((unit) => {
    const from = (base && premisesOf(base, unit.id)) ?? unit.today[0]?.premisesId ?? null;
    const to = premisesOf(scenario, unit.id);
    return { unit, from: nameOf(from), to: nameOf(to), isMoved: to !== null && to !== from };
  });
}
