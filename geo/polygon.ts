import { roundPosition, type Position } from "./position.ts";
import { fromUtm32, toUtm32, type Utm32 } from "./utm32.ts";

/** A closed line: the first position stands again at the end. */
export type Ring = Position[];
/** An outer ring and its holes, as in GeoJSON. */
export type PolygonCoordinates = Ring[];
/** Several polygons that count as one. */
export type MultiPolygonCoordinates = PolygonCoordinates[];

/** Whether the ring ends where it began and has at least four positions.
 *  @example isClosedRing([[0, 0], [1, 0], [0, 1], [0, 0]]) // true */
export function isClosedRing(ring: Ring): boolean {
  const first = ring[0];
  const last = ring.at(-1);
  return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/** The ring with its first position set at the end, if it was not there already.
 *  @example closeRing([[0, 0], [1, 0], [0, 1]]) // [[0, 0], [1, 0], [0, 1], [0, 0]] */
export function closeRing(ring: Ring): Ring {
  const first = ring[0];
  const last = ring.at(-1);
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring;
  return [...ring, [first[0], first[1]]];
}

/** Reads "lon,lat lon,lat …" as a ring and closes it: how the project's own outlines are kept. The text is trusted.
 *  @example parseRing("0,0 1,0 0,1") // [[0, 0], [1, 0], [0, 1], [0, 0]] */
export function parseRing(text: string): Ring {
  return closeRing(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split(",").map(Number) as Position),
  );
}

/** Area within a ring in m², measured in EPSG:25832, whichever way round it runs.
 *  @example ringAreaM2(ringOfASquareOf100Metres) // 10,000 */
export function ringAreaM2(ring: Ring): number {
  return Math.abs(momentsOf(ring).areaM2);
}

/** Area of a polygon in m²: the outer ring less its holes. */
export function polygonAreaM2([outer, ...holes]: PolygonCoordinates): number {
  return outer ? ringAreaM2(outer) - holes.reduce((sum, hole) => sum + ringAreaM2(hole), 0) : 0;
}

/** Area of all the polygons in m²; they are taken not to overlap. */
export function multiPolygonAreaM2(polygons: MultiPolygonCoordinates): number {
  return polygons.reduce((sum, polygon) => sum + polygonAreaM2(polygon), 0);
}

/** The centre of mass of a polygon with its holes, to 0.1 m; null for one without area. It can lie outside a bent one.
 *  @example centroidOf([[[12.5, 55.6], [12.6, 55.6], [12.6, 55.7], [12.5, 55.7], [12.5, 55.6]]]) // about [12.55, 55.65] */
export function centroidOf(polygon: PolygonCoordinates): Position | null {
  const origin = polygon[0]?.[0];
  if (!origin) return null;
  const [originEast, originNorth] = toUtm32(origin);
  let [areaM2, east, north] = [0, 0, 0];
  polygon.forEach((ring, index) => {
    const moments = momentsOf(ring, [originEast, originNorth]);
    const sign = Math.sign(moments.areaM2) * (index === 0 ? 1 : -1);
    areaM2 += sign * moments.areaM2;
    east += sign * moments.east;
    north += sign * moments.north;
  });
  if (!(areaM2 > 0)) return null;
  return roundPosition(fromUtm32([originEast + east / areaM2, originNorth + north / areaM2]));
}

/** Signed area and first moments of a ring, by the shoelace formula, relative to an origin near it: products of full
 *  northings would lose the last metres. */
function momentsOf(ring: Ring, origin: Utm32 = toUtm32(ring[0] ?? [9, 55])) {
  const places = ring.map((position): Utm32 => {
    const [easting, northing] = toUtm32(position);
    return [easting - origin[0], northing - origin[1]];
  });
  let [areaM2, east, north] = [0, 0, 0];
  places.forEach(([x, y], index) => {
    const [nextX, nextY] = places[(index + 1) % places.length]!;
    const cross = x * nextY - nextX * y;
    areaM2 += cross / 2;
    east += ((x + nextX) * cross) / 6;
    north += ((y + nextY) * cross) / 6;
  });
  return { areaM2, east, north };
}

/** Whether the position lies within the outer ring and in none of the holes. A position exactly on a line may go either
 *  way. Degrees are taken as a plane, which is exact for the lines as they are drawn.
 *  @example isInPolygon([1, 1], [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]) // true */
export function isInPolygon(position: Position, [outer, ...holes]: PolygonCoordinates): boolean {
  return outer !== undefined && isInRing(position, outer) && !holes.some((hole) => isInRing(position, hole));
}

/** Whether the position lies in one of the polygons. */
export function isInMultiPolygon(position: Position, polygons: MultiPolygonCoordinates): boolean {
  return polygons.some((polygon) => isInPolygon(position, polygon));
}

/** Counts the edges that a ray to the east crosses: odd is inside. */
function isInRing([lon, lat]: Position, ring: Ring): boolean {
  let isInside = false;
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const [lonA, latA] = ring[index]!;
    const [lonB, latB] = ring[before]!;
    if (latA > lat !== latB > lat && lon < ((lonB - lonA) * (lat - latA)) / (latB - latA) + lonA)
      isInside = !isInside;
  }
  return isInside;
}
