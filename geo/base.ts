import districtsFile from "./base/districts.json" with { type: "json" };
import landFile from "./base/land.json" with { type: "json" };
import { isInMultiPolygon, parseRing, type MultiPolygonCoordinates } from "./polygon.ts";
import type { Position } from "./position.ts";

/** A district (bydel) with its official number, where to write its name, and its outline in WGS84. The outline is
 *  approximate: drawn around known places and cut by the coast and by the outline of the municipality. */
export type BaseDistrict = { code: number; name: string; label: Position; outline: MultiPolygonCoordinates };

const readOutline = (polygons: string[][]): MultiPolygonCoordinates =>
  polygons.map((rings) => rings.map(parseRing));

/** Land in and around Copenhagen in WGS84, from Zealand to Scania: the picture under the data that needs no network. Source:
 *  OpenStreetMap contributors (ODbL), mended by scripts/build-base-map.ts. */
export const landPolygons: MultiPolygonCoordinates = readOutline(landFile.land);

/** What must be shown beside the picture. */
export const landAttribution: string = landFile.attribution;

/** The ten districts, by number. */
export const districts: BaseDistrict[] = districtsFile.districts.map(({ code, name, label, outline }) => ({
  code,
  name,
  label: label as Position,
  outline: readOutline(outline),
}));

/** Whether the position lies on land, as the base map draws it: not in the sea, the harbour or one of the lakes.
 *  @example isOnLand([12.5683, 55.6761]) // true; [12.68, 55.68] is in the Sound */
export function isOnLand(position: Position): boolean {
  return isInMultiPolygon(position, landPolygons);
}

/** The district that a position lies in; null in the water, in Frederiksberg and outside the municipality.
 *  @example districtOf([12.5510, 55.6962])?.name // "Nørrebro" */
export function districtOf(position: Position): BaseDistrict | null {
  return districts.find(({ outline }) => isInMultiPolygon(position, outline)) ?? null;
}
