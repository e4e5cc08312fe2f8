import { premisesOf, type CaseInputs, type CaseScenario } from "#domain/colocation/case-inputs.ts";

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
