import { readCoordinates, type Srid } from "./crs.ts";
import { isClosedRing, type MultiPolygonCoordinates, type PolygonCoordinates, type Ring } from "./polygon.ts";
import type { Position } from "./position.ts";
import { Unreadable } from "./reading.ts";

/** The geometries of a property register, in WGS84; each is a GeoJSON geometry as it stands. */
export type Geometry =
  | { type: "Point"; coordinates: Position }
  | { type: "Polygon"; coordinates: PolygonCoordinates }
  | { type: "MultiPolygon"; coordinates: MultiPolygonCoordinates };

export type GeometryType = Geometry["type"];

/** Checks nested lists of numbers as the coordinates of a geometry and brings them to WGS84 (see `readCoordinates`).
 *  Heights are dropped. Throws `Unreadable`.
 *  @example checkGeometry("Point", [12.585, 55.678], 4326, "geometry") // { type: "Point", coordinates: [12.585, 55.678] } */
export function checkGeometry(
  type: GeometryType,
  input: unknown,
  srid: Srid | undefined,
  at: string,
): Geometry {
  if (type === "Point") return { type, coordinates: checkPosition(input, srid, at) };
  if (type === "Polygon") return { type, coordinates: checkPolygon(input, srid, at) };
  return { type, coordinates: checkList(input, at, (polygon, where) => checkPolygon(polygon, srid, where)) };
}

function checkPolygon(input: unknown, srid: Srid | undefined, at: string): PolygonCoordinates {
  return checkList(input, at, (ring, where) => checkRing(ring, srid, where));
}

function checkRing(input: unknown, srid: Srid | undefined, at: string): Ring {
  const ring = checkList(input, at, (position, where) => checkPosition(position, srid, where));
  if (ring.length < 4) throw new Unreadable("ring-too-short", at);
  if (!isClosedRing(ring)) throw new Unreadable("ring-not-closed", at);
  return ring;
}

function checkPosition(input: unknown, srid: Srid | undefined, at: string): Position {
  const [x, y] = Array.isArray(input) ? (input as unknown[]) : [];
  if (typeof x !== "number" || typeof y !== "number") throw new Unreadable("coordinates-missing", at);
  const position = readCoordinates(x, y, srid);
  if (!position) throw new Unreadable("coordinates-out-of-range", at);
  return position;
}

function checkList<Item>(input: unknown, at: string, check: (item: unknown, at: string) => Item): Item[] {
  if (!Array.isArray(input)) throw new Unreadable("coordinates-missing", at);
  if (input.length === 0) throw new Unreadable("empty-geometry", at);
  return input.map((item: unknown, index) => check(item, `${at}[${index}]`));
}
