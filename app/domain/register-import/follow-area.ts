import type { BuildingMatchVersion, FieldChange } from "./compare-building.ts";
import type { Day } from "../day.ts";
import type { Id } from "../id.ts";

/** A floor with the spaces on it, as far as they are in force today or begin later. */
export interface FloorWithSpaces {
  floorId: Id;
  from: Day;
  areaM2: number;
  spaces: { spaceId: Id; from: Day; areaM2: number; isUndivided: boolean }[];
}

/** The new area of each floor and of the one undivided space on it. */
export type FollowedFloor = { floorId: Id; spaceId: Id; areaM2: number };

/**
 * Whether the held area can follow a new gross area, and how it falls on the floors. It can only where nobody has said
 * more than the register: the building is owned, its held area was its gross area (or that was unknown), and every
 * floor is one undivided space of the floor's own area. Where rooms are known, their sum stays the held area until someone
 * measures; null says so. Floors keep their proportions, and the parts are exactly the whole.
 * @example an owned 300 m² building of floors 100 and 200 that BBR now says has 330: floors of 110 and 220
 */
export function followArea(
  version: BuildingMatchVersion,
  gross: FieldChange,
  floors: FloorWithSpaces[],
  today: Day,
): FollowedFloor[] | null {
  const wasInStep = gross.from === null || gross.from === version.heldAreaM2;
  if (version.tenure !== "owned" || !wasInStep || floors.length === 0) return null;
  if (!floors.every((floor) => isUndividedFloor(floor, today))) return null;
  const before = floors.map((floor) => hundredths(floor.areaM2));
  const sum = before.reduce((total, part) => total + part, 0);
  if (sum !== hundredths(version.heldAreaM2) || sum === 0) return null;
  const after = apportion(hundredths(gross.to as number), before, sum);
  return floors.map(({ floorId, spaces }, index) => ({
    ...{ floorId, spaceId: spaces[0]!.spaceId, areaM2: after[index]! / 100 },
  }));
}

const hundredths = (areaM2: number): number => Math.round(areaM2 * 100);

function isUndividedFloor(floor: FloorWithSpaces, today: Day): boolean {
  const [space, ...others] = floor.spaces;
  if (!space || others.length > 0 || floor.from > today || space.from > today) return false;
  // A floor that began today over a space that is older cannot be told apart from a correction under way.
  return space.isUndivided && space.areaM2 === floor.areaM2 && (floor.from < today || space.from === today);
}

/** Shares a whole by weights; what rounding leaves goes to the largest remainders. */
function apportion(whole: number, weights: number[], sum: number): number[] {
  const exact = weights.map((weight) => (whole * weight) / sum);
  const parts = exact.map(Math.floor);
  const byRemainder = exact.map((value, index) => ({ index, rest: value - parts[index]! }));
  byRemainder.sort((a, b) => b.rest - a.rest || a.index - b.index);
  const left = whole - parts.reduce((total, part) => total + part, 0);
  for (const { index } of byRemainder.slice(0, left)) parts[index]! += 1;
  return parts;
}
