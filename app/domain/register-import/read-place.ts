import { readGeometry as readGeoJson } from "#geo/geojson.ts";
import type { MultiPolygonCoordinates } from "#geo/polygon.ts";
import { roundPosition, type Position } from "#geo/position.ts";
import { readPointWkt } from "#geo/wkt.ts";
import type { RefusalReason } from "./reasons.ts";
import { readText, type Reading } from "./read-value.ts";

/** Seven decimals are about a centimetre, which is what BBR gives, and read the same back from the database. */
const rounded = (position: Position): Position => roundPosition(position, 7);

/** A point as BBR writes it, in EPSG:25832 or WGS84.
 *  @example readPoint("POINT(725398.75 6176061.73)") // about [12.58512, 55.67793] */
export function readPoint(value: unknown): Reading<Position> {
  const text = readText(wktOf(value));
  if (text === null || /^POINT\s*EMPTY$/i.test(text)) return { ok: true, value: null };
  const position = readPointWkt(text);
  return position && isSomewhere(position)
    ? { ok: true, value: rounded(position) }
    : { ok: false, reason: "notAPlace" };
}

/** GraphQL answers a geometry as an object that holds the text. */
const wktOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "wkt" in value ? value.wkt : value;

/** Nothing of a Danish register lies at 0,0: a pair of zeroes is an empty form. */
const isSomewhere = ([lon, lat]: Position): boolean => lon !== 0 || lat !== 0;

/** Where a GeoJSON geometry puts something: a position or an outline. */
export type Place = { position: Position | null; outline: MultiPolygonCoordinates | null };

/** Reads a GeoJSON geometry: Point, Polygon or MultiPolygon, in either of the two systems, with or without heights. */
export function readGeometry(
  value: unknown,
): { ok: true; value: Place } | { ok: false; reason: RefusalReason } {
  if (value === null || value === undefined) return { ok: false, reason: "noGeometry" };
  const { type } = value as { type?: unknown };
  if (type !== "Point" && type !== "Polygon" && type !== "MultiPolygon")
    return { ok: false, reason: "wrongGeometry" };
  const read = readGeoJson(value);
  if (!read.ok) return { ok: false, reason: type === "Point" ? "notAPlace" : "brokenOutline" };
  const geometry = read.value;
  if (geometry.type === "Point")
    return isSomewhere(geometry.coordinates)
      ? { ok: true, value: { position: rounded(geometry.coordinates), outline: null } }
      : { ok: false, reason: "notAPlace" };
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const outline = polygons.map((rings) => rings.map((ring) => ring.map(rounded)));
  return { ok: true, value: { position: null, outline } };
}
