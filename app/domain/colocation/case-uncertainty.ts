import { verdictOf, type EconomyVerdict } from "../economy/evaluate-flows.ts";
import { monteCarlo, type MonteCarlo } from "../economy/monte-carlo.ts";
import { tornado, type TornadoBar } from "../economy/tornado.ts";
import { turningPoints, type TurningPoint } from "../economy/turning-points.ts";
import { cityOutcome } from "./case-economy.ts";
import type { CaseInputs, CaseScenario } from "./case-inputs.ts";
import { caseValuesOf, type CaseValue } from "./case-values.ts";
import { shapeOf } from "./scenario-shape.ts";

/** The year of the report that asked for it: a seed like any other, always the same. */
const seed = 2013;
const draws = 2_000;

export interface Uncertainty {
  tornado: TornadoBar[];
  chance: MonteCarlo;
}

/** How sure the city can be of a scenario: what each value moves alone, and what all of them may come to together. */
export function uncertaintyOf(inputs: CaseInputs, scenario: CaseScenario): Uncertainty {
  const outcome = cityOutcome(inputs, shapeOf(inputs, scenario));
  const values = caseValuesOf(inputs);
  return {
    tornado: tornado(values, (turned) => Math.round(outcome(turned).npvOre)),
    chance: monteCarlo(values, outcome, { seed, draws }),
  };
}

/** One value turned from nothing to five times its base, or as far as it can sensibly go. */
export interface Knob {
  value: CaseValue;
  from: number;
  to: number;
  atBase: { npvOre: number; paybackYears: number | null; verdict: EconomyVerdict };
  turns: TurningPoint<EconomyVerdict>[];
  /** For the picture: the net present value along the way. */
  curve: { at: number; npvOre: number }[];
}

const curvePoints = 24;

/** Turns one value of a scenario and says where the verdict changes; null where the case has no such value. */
export function turnKnob(inputs: CaseInputs, scenario: CaseScenario, key: string): Knob | null {
  const value = caseValuesOf(inputs).find((one) => one.key === key);
  if (!value) return null;
  const outcome = cityOutcome(inputs, shapeOf(inputs, scenario));
  const at = (turned: number) => outcome(new Map([[key, turned]]));
  const judged = (turned: number) => {
    const { npvOre, paybackYears } = at(turned);
    return verdictOf(npvOre, paybackYears);
  };
  const from = Math.min(0, value.low);
  const to = Math.max(value.high * 1.5, value.base * 5, value.unit === "share" ? 1 : 0);
  const base = at(value.base);
  return {
    ...{ value, from, to, turns: turningPoints(judged, from, to) },
    atBase: { ...base, npvOre: Math.round(base.npvOre), verdict: verdictOf(base.npvOre, base.paybackYears) },
    curve: Array.from({ length: curvePoints + 1 }, (_, step) => {
      const turned = from + ((to - from) * step) / curvePoints;
      return { at: turned, npvOre: Math.round(at(turned).npvOre) };
    }),
  };
}
