import { isOnLand } from "#geo/base.ts";
import {
  centroidOf,
  isInMultiPolygon,
  multiPolygonAreaM2,
  type MultiPolygonCoordinates,
} from "#geo/polygon.ts";
import type { Position } from "#geo/position.ts";
import type { BuildingRecord } from "./building-record.ts";
import type { ImportContext } from "./import-context.ts";
import { readGeometry, readPoint } from "./read-place.ts";
import { readText } from "./read-value.ts";
import type { RefusalReason } from "./reasons.ts";

export type PlaceVerdict =
  | { ok: true; position: Position | null; footprint: MultiPolygonCoordinates | null }
  | { ok: false; field: string; reason: RefusalReason; value?: unknown };

/** Below a garden shed and above the largest hall: not the outline of a building. */
const footprintM2 = { least: 1, most: 500_000 };

/** Where a row puts a building: the point of BBR, a GeoJSON point, or a footprint. A row without either is fine. */
export function judgePlace(wkt: unknown, geometry: unknown): PlaceVerdict {
  const point = readPoint(wkt);
  if (!point.ok) return { ok: false, field: "byg404Koordinat", reason: point.reason, value: readText(wkt) };
  if (geometry === undefined) return { ok: true, position: point.value, footprint: null };
  const drawn = readGeometry(geometry);
  if (!drawn.ok) return { ok: false, field: "geometry", reason: drawn.reason };
  const { position, outline } = drawn.value;
  if (outline) {
    const areaM2 = multiPolygonAreaM2(outline);
    const isPlausible = areaM2 >= footprintM2.least && areaM2 <= footprintM2.most;
    if (!isPlausible) return { ok: false, field: "geometry", reason: "implausibleFootprint" };
  }
  return { ok: true, position: position ?? point.value, footprint: outline };
}

/**
 * What is wrong with where a building of ours would stand: in the sea, or outside the organisation's outline. Null where
 * nothing is, or where nothing is known: the coast is only drawn around Copenhagen.
 */
export function faultOfPlace(
  { position, footprint }: Pick<BuildingRecord, "position" | "footprint">,
  { outline }: Pick<ImportContext, "outline">,
): RefusalReason | null {
  const centre = footprint?.[0] ? centroidOf(footprint[0]) : null;
  for (const place of [position, centre]) {
    if (!place) continue;
    if (isDrawn(place) && !isNearLand(place)) return "inTheSea";
    if (outline && !isInMultiPolygon(place, outline)) return "outsideMunicipality";
  }
  return null;
}

/** The part of the world in which the base map knows land from water. */
const isDrawn = ([lon, lat]: Position): boolean => lon > 11.5 && lon < 13.7 && lat > 55.2 && lat < 56.2;

/** About a hundred metres, as exact as the coast is drawn: a house on a quay stands in the water of the picture. */
const [slackLon, slackLat] = [0.0016, 0.0009];
const isNearLand = ([lon, lat]: Position): boolean =>
  [0, 1, -1].some((east) =>
    [0, 1, -1].some((north) => isOnLand([lon + east * slackLon, lat + north * slackLat])),
  );
