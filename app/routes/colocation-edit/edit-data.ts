import type { FoundParts } from "#db/queries/colocation/find-parts.ts";
import type { PremisesLoad } from "#domain/colocation/capacity.ts";
import type { CaseInputs, CaseScenario } from "#domain/colocation/case-inputs.ts";
import type { ScenarioDifference } from "#domain/colocation/diff-scenarios.ts";
import type { ChainedMove } from "#domain/colocation/move-chain.ts";
import type { Id } from "#domain/id.ts";

/** What the page that builds a case shows: the case, one of its scenarios, and what that comes to. */
export interface EditData {
  inputs: CaseInputs;
  scenario: CaseScenario;
  /** What the scenario was copied from, or the base. */
  before: CaseScenario;
  q: string;
  mayChange: boolean;
  found: FoundParts | null;
  loads: PremisesLoad[];
  broken: Id[];
  chain: ChainedMove[];
  differences: ScenarioDifference[];
}
