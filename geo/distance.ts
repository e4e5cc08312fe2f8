import type { Position } from "./position.ts";

/** Mean radius of the earth in metres (IUGG). */
const EARTH_RADIUS_METERS = 6_371_008.8;

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in metres (haversine on a sphere; within 0.5 % of the ellipsoid).
 *  @example distanceMeters([12.5683, 55.6761], [12.5945, 55.6910]) // about 2,333 */
export function distanceMeters([lonA, latA]: Position, [lonB, latB]: Position): number {
  const halfLat = Math.sin(radians(latB - latA) / 2);
  const halfLon = Math.sin(radians(lonB - lonA) / 2);
  const chord = halfLat ** 2 + Math.cos(radians(latA)) * Math.cos(radians(latB)) * halfLon ** 2;
  return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The position moved east and north by metres, on a sphere; meant for a city, not for a voyage.
 *  @example moveByMeters([12.5, 55.7], { eastMeters: 0, northMeters: 1112 }) // about [12.5, 55.71] */
export function moveByMeters(
  [lon, lat]: Position,
  { eastMeters, northMeters }: { eastMeters: number; northMeters: number },
): Position {
  const degreesPerMeter = 180 / Math.PI / EARTH_RADIUS_METERS;
  return [lon + (eastMeters * degreesPerMeter) / Math.cos(radians(lat)), lat + northMeters * degreesPerMeter];
}

/** The position a share (0 to 1) of the way along the straight line between two others.
 *  @example positionBetween([12, 55], [13, 56], 0.5) // [12.5, 55.5] */
export function positionBetween([lonA, latA]: Position, [lonB, latB]: Position, share: number): Position {
  return [lonA + (lonB - lonA) * share, latA + (latB - latA) * share];
}
