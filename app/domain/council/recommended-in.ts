import type { CaseInputs, CaseScenario } from "../colocation/case-inputs.ts";
import type { Id } from "../id.ts";

/** What was put before the council: everything the case rested on, and the scenario that was recommended. */
export interface Recommended {
  inputs: CaseInputs;
  scenarioId: Id;
}

/** The scenario that was recommended, as it was frozen; null where it is not among the frozen ones.
 *  @example recommendedIn(submission)?.name // "Alle i ét hus" */
export const recommendedIn = ({ inputs, scenarioId }: Recommended): CaseScenario | null =>
  inputs.scenarios.find(({ id }) => id === scenarioId) ?? null;
