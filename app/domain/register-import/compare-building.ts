import type { MultiPolygonCoordinates } from "#geo/polygon.ts";
import { roundPosition, type Position } from "#geo/position.ts";
import type { Day } from "../day.ts";
import type { Id } from "../id.ts";
import type { BuildingFacts, BuildingRecord, FactName } from "./building-record.ts";

/** A building of ours as it is today, for comparing. */
export interface BuildingMatch {
  buildingId: Id;
  bbrId: Id;
  name: string;
  isInScope: boolean;
  isPositionExcused: boolean;
  position: Position | null;
  footprint: MultiPolygonCoordinates | null;
  /** Null where no version is in force today: the building has ended, or has yet to begin. */
  version: BuildingMatchVersion | null;
}

export interface BuildingMatchVersion {
  id: Id;
  from: Day;
  to: Day | null;
  tenure: "owned" | "leasedIn" | "outside";
  heldAreaM2: number;
  facts: BuildingFacts;
}

export type FieldChange = { from: unknown; to: unknown };
export type FieldChanges = Record<string, FieldChange>;

/** What a row would change of a building: facts (a new version), and what stands on the building itself. */
export interface BuildingDifference {
  facts: Partial<Record<FactName, FieldChange>>;
  position: FieldChange | null;
  footprint: FieldChange | null;
}

/**
 * Compares a row with the building it names, field by field. What the row does not say is no difference: a register
 * that leaves a field out has not taken the fact back.
 */
export function compareBuilding(match: BuildingMatch, record: BuildingRecord): BuildingDifference {
  const facts: BuildingDifference["facts"] = {};
  for (const name of Object.keys(record.facts) as FactName[]) {
    const [from, to] = [match.version?.facts[name] ?? null, record.facts[name]];
    if (to !== null && to !== from) facts[name] = { from, to };
  }
  return {
    facts,
    position: differenceOf(match.position, record.position, (position) => roundPosition(position, 7)),
    footprint: differenceOf(match.footprint, record.footprint, (footprint) => footprint),
  };
}

function differenceOf<T>(from: T | null, to: T | null, plain: (value: T) => T): FieldChange | null {
  if (to === null) return null;
  const isSame = from !== null && JSON.stringify(plain(from)) === JSON.stringify(to);
  return isSame ? null : { from, to };
}

export const hasFactChanges = ({ facts }: BuildingDifference): boolean => Object.keys(facts).length > 0;

export const isDifferent = (difference: BuildingDifference): boolean =>
  hasFactChanges(difference) || difference.position !== null || difference.footprint !== null;
