import type { Id } from "../id.ts";
import { loadsOf } from "./capacity.ts";
import { scenarioEconomy, type ScenarioEconomy } from "./case-economy.ts";
import type { CaseInputs } from "./case-inputs.ts";
import { brokenConditions } from "./judge-conditions.ts";

/** A scenario as it stands beside the others: its money, and what stands in its way. */
export interface ComparedScenario {
  economy: ScenarioEconomy;
  tooSmall: Id[];
  /** The hard conditions that it breaks, in words. */
  broken: string[];
  badMoves: number;
}

/** All scenarios but the base, ready to be put side by side. */
export const compareScenarios = (inputs: CaseInputs): ComparedScenario[] =>
  inputs.scenarios
    .filter(({ isBase }) => !isBase)
    .map((scenario) => {
      const economy = scenarioEconomy(inputs, scenario);
      return {
        economy,
        tooSmall: loadsOf(inputs, scenario)
          .filter(({ isOver }) => isOver)
          .map(({ premisesId }) => premisesId),
        broken: brokenConditions(inputs, scenario)
          .filter(({ strength }) => strength === "hard")
          .map(({ words }) => words),
        badMoves: economy.moves.filter(({ verdict }) => verdict === "negative").length,
      };
    });
