import { readCoordinates } from "#geo/crs.ts";
import { closeRing, isClosedRing, type MultiPolygonCoordinates, type Ring } from "#geo/polygon.ts";
import type { Position } from "#geo/position.ts";
import { roundPosition } from "#geo/position.ts";
import type { RefusalReason } from "./reasons.ts";
import { readText, type Reading } from "./read-value.ts";

/** Seven decimals are about a centimetre, which is what BBR gives, and read the same back from the database. */
const decimals = 7;
const point = /^(?:SRID=(\d+);)?\s*POINT\s*Z?\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)(?:\s+-?[\d.]+)?\s*\)$/i;

/** A point as BBR writes it, in EPSG:25832 or WGS84.
 *  @example readPoint("POINT(725398.75 6176061.73)") // about [12.58512, 55.67793] */
export function readPoint(value: unknown): Reading<Position> {
  const text = readText(wktOf(value));
  if (text === null || /^POINT\s*EMPTY$/i.test(text)) return { ok: true, value: null };
  const match = point.exec(text);
  const position = match && placeOf(Number(match[2]), Number(match[3]));
  return position ? { ok: true, value: position } : { ok: false, reason: "notAPlace" };
}

/** GraphQL answers a geometry as an object that holds the text. */
const wktOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "wkt" in value ? value.wkt : value;

function placeOf(x: number, y: number): Position | null {
  const position = Number.isFinite(x) && Number.isFinite(y) ? readCoordinates(x, y) : null;
  // Nothing of a Danish register lies at 0,0: a pair of zeroes is an empty form.
  return position && (position[0] !== 0 || position[1] !== 0) ? roundPosition(position, decimals) : null;
}

/** Where a GeoJSON geometry puts something: a position or an outline. */
export type Place = { position: Position | null; outline: MultiPolygonCoordinates | null };

/** Reads a GeoJSON geometry: Point, Polygon or MultiPolygon, in either of the two systems, with or without heights. */
export function readGeometry(value: unknown): { ok: true; value: Place } | { ok: false; reason: RefusalReason } {
  if (value === null || value === undefined) return { ok: false, reason: "noGeometry" };
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
  if (type === "Point") {
    const position = readPair(coordinates);
    return position ? { ok: true, value: { position, outline: null } } : { ok: false, reason: "notAPlace" };
  }
  if (type !== "Polygon" && type !== "MultiPolygon") return { ok: false, reason: "wrongGeometry" };
  const outline = readPolygons(type === "Polygon" ? [coordinates] : coordinates);
  return outline ? { ok: true, value: { position: null, outline } } : { ok: false, reason: "brokenOutline" };
}

function readPair(value: unknown): Position | null {
  if (!Array.isArray(value) || value.length < 2) return null;
  const [x, y] = value as unknown[];
  return typeof x === "number" && typeof y === "number" ? placeOf(x, y) : null;
}

function readPolygons(value: unknown): MultiPolygonCoordinates | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const polygons = (value as unknown[]).map((polygon) =>
    Array.isArray(polygon) && polygon.length > 0 ? (polygon as unknown[]).map(readRing) : [null],
  );
  return polygons.every((rings) => rings.every((ring) => ring !== null))
    ? (polygons as MultiPolygonCoordinates)
    : null;
}

function readRing(value: unknown): Ring | null {
  if (!Array.isArray(value)) return null;
  const positions = (value as unknown[]).map(readPair);
  if (!positions.every((position) => position !== null)) return null;
  const ring = closeRing(positions);
  return isClosedRing(ring) ? ring : null;
}
