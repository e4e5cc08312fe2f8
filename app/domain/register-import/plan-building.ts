import type { Position } from "#geo/position.ts";
import type { BuildingFacts, BuildingOrigin, BuildingRecord } from "./building-record.ts";
import {
  compareBuilding,
  isDifferent,
  type BuildingDifference,
  type BuildingMatch,
} from "./compare-building.ts";
import type { ImportContext } from "./import-context.ts";
import { faultOfPlace } from "./judge-place.ts";
import type { IgnoreReason, Refusal, RefusalReason } from "./reasons.ts";

/** What waits in staging for one BBR id. */
export interface StagedBuilding {
  facts: StagedFacts;
  position: Position | null;
  /** Somebody has said that it is not ours. */
  isRejected?: boolean;
}
export type StagedFacts = Partial<BuildingFacts> &
  Partial<BuildingOrigin> &
  Pick<Partial<BuildingRecord>, "municipalityCode" | "footprint">;

/** What becomes of a row that was taken, once it is held against the portfolio. */
export type BuildingPlan =
  | { kind: "changed"; record: BuildingRecord; match: BuildingMatch; difference: BuildingDifference }
  | { kind: "staged"; record: BuildingRecord; staged: StagedBuilding }
  | { kind: "unchanged" }
  | { kind: "ignored"; reason: IgnoreReason }
  | { kind: "refused"; refusal: Refusal };

export interface BuildingsKnown {
  match: BuildingMatch | undefined;
  staged: StagedBuilding | undefined;
  /** Only who answers for the whole portfolio can take in what belongs to nobody yet. */
  canStage: boolean;
}

/** Decides about one row: it changes a building of ours, waits in staging, changes nothing, or is refused. */
export function planBuilding(
  record: BuildingRecord,
  known: BuildingsKnown,
  context: ImportContext,
): BuildingPlan {
  const { match } = known;
  if (!match) return planStaging(record, known, context);
  if (!match.isInScope) return refuse(record, "id_lokalId", "notYours");
  const fault = match.isPositionExcused ? null : faultOfPlace(record, context);
  if (fault) return refuse(record, record.placeField, fault);
  if (!match.version) return { kind: "ignored", reason: "endedHere" };
  const difference = compareBuilding(match, record);
  return isDifferent(difference) ? { kind: "changed", record, match, difference } : { kind: "unchanged" };
}

function planStaging(record: BuildingRecord, known: BuildingsKnown, context: ImportContext): BuildingPlan {
  if (!known.canStage) return { kind: "ignored", reason: "unmatchedOutsideScope" };
  if (known.staged?.isRejected) return { kind: "ignored", reason: "rejectedHere" };
  const isOurs =
    record.municipalityCode === null || record.municipalityCode === context.organisationMunicipality;
  const fault = isOurs ? faultOfPlace(record, context) : null;
  if (fault) return refuse(record, record.placeField, fault);
  const staged = mergeStaged(known.staged, record);
  return staged ? { kind: "staged", record, staged } : { kind: "unchanged" };
}

const refuse = (record: BuildingRecord, field: string, reason: RefusalReason): BuildingPlan => ({
  kind: "refused",
  refusal: { row: record.row, field, reason },
});

/** What waits, with what the row says laid over it; null where that changes nothing. */
function mergeStaged(before: StagedBuilding | undefined, record: BuildingRecord): StagedBuilding | null {
  const { facts, origin, municipalityCode, footprint, position } = record;
  const said = Object.entries({ ...facts, ...origin, municipalityCode, footprint }).filter(
    ([, value]) => value !== null,
  );
  const isNews = said.some(([name, value]) => !isSame(before?.facts[name as keyof StagedFacts], value));
  const isMoved = position !== null && !isSame(before?.position, position);
  if (before && !isNews && !isMoved) return null;
  return {
    facts: { ...before?.facts, ...Object.fromEntries(said) },
    position: position ?? before?.position ?? null,
  };
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
