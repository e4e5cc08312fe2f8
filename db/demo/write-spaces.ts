import { roomUses } from "#domain/room-use.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { DemoBuilding, DemoFloor } from "./model.ts";
import type { Random } from "./random.ts";
import { roomsOf } from "./room-programmes.ts";
import type { Method, SpaceRow } from "./rows.ts";
import type { Writing } from "./write-places.ts";

/** A space as written, with what leases must know of it. */
export interface WrittenSpace {
  row: SpaceRow;
  floor: DemoFloor;
  /** Nobody rents it from this day on. */
  vacantFrom: Day | null;
  persons: number | null;
}

/**
 * Writes the floors of a building and their spaces: one undivided space a floor until its rooms were recorded, a part of
 * it became vacant or its area was corrected; then the spaces that replace it.
 */
export function writeSpaces(random: Random, writing: Writing, building: DemoBuilding): WrittenSpace[] {
  return building.floors.flatMap((floor) => {
    const changeOn = changeOf(building, floor);
    const isCorrected = building.correction?.level === floor.level;
    const oldM2 = isCorrected ? building.correction!.oldM2 : floor.heldM2;
    const before = isCorrected
      ? writeFloor(writing, building, floor, oldM2, building.start, building.correction!.on)
      : null;
    const floorId = writeFloor(
      writing,
      building,
      floor,
      floor.areaM2,
      isCorrected ? building.correction!.on : building.start,
      building.end,
    );
    if (floor.heldM2 === 0) return [];
    const write = spaceWriter(writing, building, floor);
    const whole = { number: `${floor.level}.00`, roomUse: null, persons: null, vacantFrom: floor.vacatedOn };
    if (changeOn === null)
      return [
        write({
          ...whole,
          floorId,
          areaM2: floor.heldM2,
          from: building.start,
          to: building.end,
          replaces: null,
        }),
      ];
    const first = write({
      ...whole,
      floorId: before ?? floorId,
      areaM2: oldM2,
      from: building.start,
      to: changeOn,
      replaces: null,
    });
    const parts = { floorId, from: changeOn, to: building.end, replaces: first.row.id };
    return [first, ...partsOf(random, building, floor).map((part) => write({ ...parts, ...part }))];
  });
}

/** The day the floor's one space gave way to others; null where it never did. */
function changeOf(building: DemoBuilding, floor: DemoFloor): Day | null {
  if (floor.digitisedM2 > 0) return building.digitisedOn;
  if (floor.vacantM2 > 0 && floor.vacantM2 < floor.heldM2) return floor.vacatedOn;
  return building.correction?.level === floor.level ? building.correction.on : null;
}

function writeFloor(
  writing: Writing,
  building: DemoBuilding,
  floor: DemoFloor,
  areaM2: number,
  validFrom: Day,
  validTo: Day | null,
): Id {
  const id = writing.ids.next();
  const { organisationId } = writing;
  writing.rows.floor.push({
    id,
    organisationId,
    buildingId: building.id,
    level: floor.level,
    areaM2,
    validFrom,
    validTo,
  });
  return id;
}

interface Part {
  number: string;
  roomUse: string | null;
  areaM2: number;
  persons: number | null;
  vacantFrom: Day | null;
}

/** What a floor is divided into today: its rooms, what is let without being recorded, what is vacant. */
function partsOf(random: Random, building: DemoBuilding, floor: DemoFloor): Part[] {
  const rooms = floor.digitisedM2 > 0 ? roomsOf(random, building.site.group, floor.digitisedM2) : [];
  const parts = rooms.map((room, index): Part => ({
    number: `${floor.level}.${String(index + 1).padStart(2, "0")}`,
    roomUse: room.use,
    areaM2: room.areaM2,
    persons: room.persons,
    vacantFrom: null,
  }));
  const rest = floor.heldM2 - floor.digitisedM2 - floor.vacantM2;
  const undivided = { roomUse: null, persons: null };
  if (rest > 0) parts.push({ ...undivided, number: `${floor.level}.A`, areaM2: rest, vacantFrom: null });
  if (floor.vacantM2 > 0 && rest > 0)
    parts.push({
      ...undivided,
      number: `${floor.level}.B`,
      areaM2: floor.vacantM2,
      vacantFrom: floor.vacatedOn,
    });
  return parts;
}

interface SpaceFacts extends Part {
  floorId: Id;
  from: Day;
  to: Day | null;
  replaces: Id | null;
}

const spaceWriter =
  (writing: Writing, building: DemoBuilding, floor: DemoFloor) =>
  (facts: SpaceFacts): WrittenSpace => {
    const isRoom = facts.roomUse !== null;
    const method: Method = isRoom ? "drawing" : building.site.kind === "outside" ? "estimate" : "register";
    const row: SpaceRow = {
      id: writing.ids.next(),
      organisationId: writing.organisationId,
      buildingId: building.id,
      floorId: facts.floorId,
      number: facts.number,
      name: isRoom ? roomUses[facts.roomUse as keyof typeof roomUses].da : null,
      roomUse: facts.roomUse,
      areaM2: facts.areaM2,
      isUndivided: !isRoom,
      replacesSpaceId: facts.replaces,
      validFrom: facts.from,
      validTo: facts.to,
      source: isRoom ? "Tegningsgennemgang (demo)" : "BBR (demo)",
      method,
      recordedOn: facts.from,
    };
    writing.rows.space.push(row);
    return { row, floor, vacantFrom: facts.vacantFrom, persons: facts.persons };
  };
