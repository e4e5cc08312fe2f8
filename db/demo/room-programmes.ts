import { apportion } from "#domain/apportion.ts";
import type { UseGroup } from "#domain/portfolio-row.ts";
import type { RoomUse } from "#domain/room-use.ts";
import type { Random } from "./random.ts";

/** A room of a programme: its use, its usual size in m², how often it occurs, and m² a person (null: nobody stays). */
type RoomKind = readonly [use: RoomUse, sizeM2: number, weight: number, m2PerPerson: number | null];

const programmes: Record<UseGroup, readonly RoomKind[]> = {
  school: [
    ["classroom", 62, 40, 2.6],
    ["groupRoom", 26, 14, 4],
    ["specialistRoom", 85, 10, 4],
    ["circulation", 120, 16, null],
    ["staffRoom", 55, 3, 6],
    ["office", 20, 5, 12],
    ["storage", 28, 5, null],
    ["toilet", 22, 5, null],
    ["sportsHall", 260, 3, 15],
    ["library", 140, 1, 8],
  ],
  daycare: [
    ["groupRoom", 44, 40, 3],
    ["activityRoom", 38, 12, 4],
    ["kitchen", 24, 8, null],
    ["circulation", 48, 14, null],
    ["toilet", 18, 10, null],
    ["staffRoom", 24, 6, 6],
    ["office", 15, 4, 12],
    ["storage", 18, 6, null],
  ],
  sportCulture: [
    ["sportsHall", 420, 10, 15],
    ["assemblyRoom", 150, 12, 2],
    ["library", 220, 8, 8],
    ["changingRoom", 40, 14, null],
    ["meetingRoom", 35, 14, 2.5],
    ["circulation", 90, 16, null],
    ["office", 20, 8, 12],
    ["storage", 45, 10, null],
    ["toilet", 20, 8, null],
  ],
  socialHealth: [
    ["dwelling", 58, 40, 40],
    ["commonRoom", 60, 12, 5],
    ["consultationRoom", 22, 10, 11],
    ["circulation", 95, 16, null],
    ["kitchen", 32, 6, null],
    ["office", 20, 8, 12],
    ["storage", 24, 6, null],
  ],
  administration: [
    ["office", 75, 40, 12],
    ["meetingRoom", 32, 14, 2.5],
    ["circulation", 110, 16, null],
    ["canteen", 120, 2, 3],
    ["kitchen", 15, 6, null],
    ["toilet", 18, 8, null],
    ["storage", 26, 8, null],
    ["technical", 22, 4, null],
  ],
  housingCommercial: [
    ["dwelling", 72, 60, 40],
    ["commonRoom", 60, 8, 5],
    ["circulation", 70, 20, null],
    ["storage", 20, 12, null],
  ],
  other: [
    ["workshop", 160, 30, 40],
    ["storage", 190, 34, null],
    ["office", 30, 14, 12],
    ["changingRoom", 30, 8, null],
    ["circulation", 60, 10, null],
    ["technical", 40, 4, null],
  ],
};

export interface Room {
  use: RoomUse;
  areaM2: number;
  persons: number | null;
}

/** Parts a whole number of m² into rooms as such a building has them; they add up exactly. */
export function roomsOf(random: Random, group: UseGroup, totalM2: number): Room[] {
  const kinds = programmes[group].map((kind) => [kind, kind[2]] as const);
  const drawn: { kind: RoomKind; sizeM2: number }[] = [];
  for (let filled = 0; filled < totalM2; filled += drawn.at(-1)!.sizeM2) {
    const kind = random.weighted(kinds);
    drawn.push({ kind, sizeM2: kind[1] * random.between(0.8, 1.3) });
  }
  const areas = apportion(
    drawn.map(({ sizeM2 }) => sizeM2),
    totalM2,
  );
  return drawn.map(({ kind }, index) => {
    const areaM2 = areas[index]!;
    return {
      use: kind[0],
      areaM2,
      persons: kind[3] === null ? null : Math.max(1, Math.round(areaM2 / kind[3])),
    };
  });
}
