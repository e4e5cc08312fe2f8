import { landPolygons } from "./base.ts";
import { bboxesIntersect, bboxOf, type Bbox } from "./bbox.ts";
import { clipRing } from "./clip.ts";
import type { MultiPolygonCoordinates, Ring } from "./polygon.ts";
import type { Position } from "./position.ts";
import { fromUtm32, toUtm32, type Utm32 } from "./utm32.ts";

/** A small map as paths in metres from its centre, x to the east and y to the south, as SVG counts. */
export interface SitePlan {
  halfWidthMeters: number;
  halfHeightMeters: number;
  land: string;
  footprint: string | null;
  neighbours: { name: string; path: string | null; at: [x: number, y: number] }[];
}

export interface Standing {
  name: string;
  position: Position;
  footprint: MultiPolygonCoordinates | null;
}

const proportion = 4 / 3;
const leastHalfHeightMeters = 70;
/** How many times its own half size a building sees around it. */
const surroundings = 2.2;

/** The size of the plan around a building: at least 140 m from north to south, and room around a large one. */
export function planExtent(building: Standing): { halfWidthMeters: number; halfHeightMeters: number } {
  const [east, north] = toUtm32(building.position);
  const places = (building.footprint ?? []).flat(2).map((position) => toUtm32(position));
  const reach = Math.max(0, ...places.map(([x, y]) => Math.max(Math.abs(x - east), Math.abs(y - north))));
  const halfHeightMeters = Math.ceil(Math.max(leastHalfHeightMeters, reach * surroundings) / 10) * 10;
  return { halfHeightMeters, halfWidthMeters: halfHeightMeters * proportion };
}

/** A building with its neighbours on the land, ready to draw; positions in WGS84, measured in EPSG:25832. */
export function sitePlan(building: Standing, neighbours: readonly Standing[]): SitePlan {
  const extent = planExtent(building);
  const origin = toUtm32(building.position);
  const box = boxAround(origin, extent);
  const draw = pathFrom(origin);
  return {
    ...extent,
    land: draw(landWithin(box)),
    footprint: building.footprint ? draw(building.footprint.flat()) : null,
    neighbours: neighbours.map(({ name, position, footprint }) => ({
      name,
      path: footprint ? draw(footprint.flat()) : null,
      at: placeFrom(origin, position),
    })),
  };
}

function boxAround(
  [east, north]: Utm32,
  extent: { halfWidthMeters: number; halfHeightMeters: number },
): Bbox {
  const { halfWidthMeters: wide, halfHeightMeters: high } = extent;
  const corners = [-1, 1].flatMap((x) => [-1, 1].map((y) => fromUtm32([east + x * wide, north + y * high])));
  return bboxOf(corners)!;
}

const landBoxes = landPolygons.map((polygon) => bboxOf(polygon[0] ?? []));

const landWithin = (box: Bbox): Ring[] =>
  landPolygons
    .filter((_, index) => landBoxes[index] && bboxesIntersect(landBoxes[index], box))
    .flatMap((polygon) => polygon.map((ring) => clipRing(ring, box)))
    .filter((ring) => ring.length > 0);

const placeFrom = ([east, north]: Utm32, position: Position): [number, number] => {
  const [x, y] = toUtm32(position);
  return [tenths(x - east), tenths(north - y)];
};

const tenths = (meters: number) => Math.round(meters * 10) / 10;

const pathFrom = (origin: Utm32) => (rings: readonly Ring[]) =>
  rings
    .map(
      (ring) =>
        `M${ring
          .slice(0, -1)
          .map((position) => placeFrom(origin, position).join(" "))
          .join("L")}Z`,
    )
    .join("");
