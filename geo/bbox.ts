import { parseNumbers, type Position } from "./position.ts";

/** A box of longitudes and latitudes in WGS84 degrees: `[minLon, minLat, maxLon, maxLat]`; its edges belong to it. */
export type Bbox = [minLon: number, minLat: number, maxLon: number, maxLat: number];

/** Reads "minLon,minLat,maxLon,maxLat" in decimal degrees. Null unless there are exactly four numbers, in order and on
 *  the globe; a box over the antimeridian is not taken.
 *  @example parseBbox("12.5,55.6,12.6,55.7") // [12.5, 55.6, 12.6, 55.7] */
export function parseBbox(text: string): Bbox | null {
  const numbers = parseNumbers(text);
  if (numbers?.length !== 4) return null;
  const [minLon, minLat, maxLon, maxLat] = numbers as Bbox;
  const isOrdered = minLon <= maxLon && minLat <= maxLat;
  const isOnGlobe = minLon >= -180 && maxLon <= 180 && minLat >= -90 && maxLat <= 90;
  return isOrdered && isOnGlobe ? [minLon, minLat, maxLon, maxLat] : null;
}

/** The box as text that `parseBbox` reads back, with at most six decimals (about 0.1 m).
 *  @example formatBbox([12.5, 55.6, 12.6, 55.7]) // "12.5,55.6,12.6,55.7" */
export function formatBbox(bbox: Bbox): string {
  return bbox.map((degrees) => Number(degrees.toFixed(6))).join(",");
}

/** The smallest box around the positions; null where there are none.
 *  @example bboxOf([[12.5, 55.7], [12.6, 55.6]]) // [12.5, 55.6, 12.6, 55.7] */
export function bboxOf(positions: Iterable<Position>): Bbox | null {
  let bbox: Bbox | null = null;
  for (const [lon, lat] of positions) {
    bbox = bbox
      ? [Math.min(bbox[0], lon), Math.min(bbox[1], lat), Math.max(bbox[2], lon), Math.max(bbox[3], lat)]
      : [lon, lat, lon, lat];
  }
  return bbox;
}

/** Whether the position lies in the box or on its edge.
 *  @example bboxContains([12.5, 55.6, 12.6, 55.7], [12.55, 55.65]) // true */
export function bboxContains(bbox: Bbox, [lon, lat]: Position): boolean {
  return lon >= bbox[0] && lon <= bbox[2] && lat >= bbox[1] && lat <= bbox[3];
}

/** Whether two boxes share at least one point.
 *  @example bboxesIntersect([0, 0, 1, 1], [1, 1, 2, 2]) // true */
export function bboxesIntersect(a: Bbox, b: Bbox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** The box grown on every side by a share of its width and height, kept on the globe; 0.5 doubles it. A map asks for a
 *  little more than it shows, so that a small pan needs no new answer.
 *  @example expandBbox([10, 50, 12, 54], 0.25) // [9.5, 49, 12.5, 55] */
export function expandBbox([minLon, minLat, maxLon, maxLat]: Bbox, share: number): Bbox {
  const lon = (maxLon - minLon) * share;
  const lat = (maxLat - minLat) * share;
  return [
    Math.max(-180, minLon - lon),
    Math.max(-90, minLat - lat),
    Math.min(180, maxLon + lon),
    Math.min(90, maxLat + lat),
  ];
}
