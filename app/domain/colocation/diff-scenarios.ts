import type { Id } from "../id.ts";
import { premisesOf, type CaseInputs, type CaseScenario, type Placement } from "./case-inputs.ts";

/** What one scenario has otherwise than another, unit by unit. */
export type ScenarioDifference =
  | { kind: "moved"; unitId: Id; beforeId: Id | null; afterId: Id | null }
  | { kind: "day"; unitId: Id; before: string | null; after: string | null }
  | { kind: "pinned" | "released"; unitId: Id; premisesId: Id }
  | { kind: "forbidden" | "allowed"; unitId: Id; premisesId: Id };

/** The differences from one scenario to another, in the order of the case's units. Nothing differs from itself. */
export const diffScenarios = (
  inputs: CaseInputs,
  before: CaseScenario,
  after: CaseScenario,
): ScenarioDifference[] =>
  inputs.units.flatMap(({ id }) => [
    ...placeDiff(before, after, id),
    ...forbiddenDiff(inputs, before, after, id),
  ]);

const placementOf = (scenario: CaseScenario, unitId: Id): Placement | undefined =>
  scenario.placements.find((one) => one.unitId === unitId && one.standing !== "forbidden");

function placeDiff(before: CaseScenario, after: CaseScenario, unitId: Id): ScenarioDifference[] {
  const [was, is] = [placementOf(before, unitId), placementOf(after, unitId)];
  const [beforeId, afterId] = [premisesOf(before, unitId), premisesOf(after, unitId)];
  const found: ScenarioDifference[] = [];
  if (beforeId !== afterId) found.push({ kind: "moved", unitId, beforeId, afterId });
  else if (was && is && was.fromDay !== is.fromDay)
    found.push({ kind: "day", unitId, before: was.fromDay, after: is.fromDay });
  if (is?.standing === "pinned" && was?.standing !== "pinned")
    found.push({ kind: "pinned", unitId, premisesId: is.premisesId });
  if (was?.standing === "pinned" && is?.standing !== "pinned")
    found.push({ kind: "released", unitId, premisesId: was.premisesId });
  return found;
}

function forbiddenDiff(
  { premises }: CaseInputs,
  before: CaseScenario,
  after: CaseScenario,
  unitId: Id,
): ScenarioDifference[] {
  const isForbidden = (scenario: CaseScenario, premisesId: Id) =>
    scenario.placements.some(
      (one) => one.unitId === unitId && one.premisesId === premisesId && one.standing === "forbidden",
    );
  return premises.flatMap(({ id: premisesId }): ScenarioDifference[] => {
    const [was, is] = [isForbidden(before, premisesId), isForbidden(after, premisesId)];
    return was === is ? [] : [{ kind: is ? "forbidden" : "allowed", unitId, premisesId }];
  });
}
