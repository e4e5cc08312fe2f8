import {
  evaluateFlows,
  verdictOf,
  type EconomyVerdict,
  type FlowsEvaluated,
} from "../economy/evaluate-flows.ts";
import { netPresentValue } from "../economy/net-present-value.ts";
import { paybackYears } from "../economy/payback.ts";
import { discountFactors, rateScheduleOn } from "../economy/rate-schedule.ts";
import { premisesOf, type CaseInputs, type CaseScenario } from "./case-inputs.ts";
import { caseValuesOf, lookUp } from "./case-values.ts";
import { isOnce, sumOfLines, type FlowLine, type Party } from "./flow-lines.ts";
import { baseOf } from "./moved-units.ts";
import { priceShape } from "./price-shape.ts";
import { shapeOf, type ScenarioShape } from "./scenario-shape.ts";
import type { Id } from "../id.ts";

/** What somebody's flows come to. `onceOre`: what is paid and earned but once; `yearlyOre`: what comes every year, as in the last. */
export interface View extends FlowsEvaluated {
  flowsOre: number[];
  onceOre: number;
  yearlyOre: number;
}

/** A move alone: what the scenario would be worth without it, and so what this one adds. */
export interface MoveGate {
  unitId: Id;
  fromId: Id | null;
  toId: Id;
  npvOre: number;
  paybackYears: number | null;
  verdict: EconomyVerdict;
}

export interface ScenarioEconomy {
  scenarioId: Id;
  name: string;
  unplaced: Id[];
  municipality: View;
  parties: ({ party: Party } & View)[];
  lines: (FlowLine & { npvOre: number })[];
  moves: MoveGate[];
}

const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);

/** The money of all scenarios but the base: for the city, for each party, line by line and move by move. */
export const economyOf = (inputs: CaseInputs): ScenarioEconomy[] =>
  inputs.scenarios.filter(({ isBase }) => !isBase).map((scenario) => scenarioEconomy(inputs, scenario));

/** The money of one scenario against things as they are. */
export function scenarioEconomy(inputs: CaseInputs, scenario: CaseScenario): ScenarioEconomy {
  const lastYear = inputs.case.horizonYears;
  const { steps } = rateScheduleOn(inputs.case.ratesAsOf);
  const factors = discountFactors(steps, lastYear);
  const value = lookUp(caseValuesOf(inputs));
  const lines = priceShape(shapeOf(inputs, scenario), value);
  const viewOf = (own: readonly FlowLine[]): View => {
    const flowsOre = sumOfLines(own, lastYear);
    const once = own.filter(({ kind }) => isOnce(kind)).flatMap((line) => line.flowsOre);
    const yearly = own.filter(({ kind }) => !isOnce(kind)).map((line) => line.flowsOre[lastYear]!);
    return { flowsOre, onceOre: sum(once), yearlyOre: sum(yearly), ...evaluateFlows(flowsOre, steps) };
  };
  const parties = [...new Set(lines.map(({ party }) => party))].sort((a, b) => a.localeCompare(b, "da"));
  const whole = sumOfLines(lines, lastYear);
  return {
    ...{ scenarioId: scenario.id, name: scenario.name },
    unplaced: inputs.units.filter(({ id }) => premisesOf(scenario, id) === null).map(({ id }) => id),
    municipality: viewOf(lines.filter(({ kind }) => kind !== "internalRent")),
    parties: parties.map((party) => ({ party, ...viewOf(lines.filter((line) => line.party === party)) })),
    lines: lines.map((line) => ({
      ...line,
      npvOre: Math.round(netPresentValue(line.flowsOre, factors)) + 0,
    })),
    moves: gatesOf(inputs, scenario, whole, factors),
  };
}

/** Every move is tried alone, so that a good one does not carry a bad one: the scenario is reckoned again without it. */
function gatesOf(
  inputs: CaseInputs,
  scenario: CaseScenario,
  whole: readonly number[],
  factors: readonly number[],
): MoveGate[] {
  const value = lookUp(caseValuesOf(inputs));
  return shapeOf(inputs, scenario).moves.map(({ unit, from, to }) => {
    const without = priceShape(shapeOf(inputs, withoutMove(inputs, scenario, unit.id)), value);
    const others = sumOfLines(without, inputs.case.horizonYears);
    const flows = whole.map((flow, year) => flow - others[year]!);
    const npvOre = Math.round(netPresentValue(flows, factors)) + 0;
    const payback = paybackYears(flows);
    return {
      ...{ unitId: unit.id, fromId: from?.id ?? null, toId: to.id, npvOre },
      ...{ paybackYears: payback, verdict: verdictOf(npvOre, payback) },
    };
  });
}

/** The scenario with a unit left where the base has it. */
export function withoutMove(inputs: CaseInputs, scenario: CaseScenario, unitId: Id): CaseScenario {
  const stays = baseOf(inputs).placements.filter(
    (one) => one.unitId === unitId && one.standing !== "forbidden",
  );
  const placements = scenario.placements.filter(
    (one) => one.unitId !== unitId || one.standing === "forbidden",
  );
  return { ...scenario, placements: [...placements, ...stays] };
}

/** The net present value and payback to the city of a shape, by values that are turned: what a draw and a knob ask for. */
export function cityOutcome(inputs: CaseInputs, shape: ScenarioShape) {
  const values = caseValuesOf(inputs);
  const { lastYear } = shape;
  const factors = discountFactors(rateScheduleOn(inputs.case.ratesAsOf).steps, lastYear);
  return (turned: ReadonlyMap<string, number>) => {
    // Internal rent is in the sum and comes to nothing.
    const flows = sumOfLines(priceShape(shape, lookUp(values, turned)), lastYear);
    return { npvOre: netPresentValue(flows, factors), paybackYears: paybackYears(flows) };
  };
}
