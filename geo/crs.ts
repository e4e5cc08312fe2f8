import { isPosition, type Position } from "./position.ts";
import { fromUtm32, isUtm32Denmark } from "./utm32.ts";

/** The two coordinate systems that files may use: WGS84 degrees (4326) and ETRS89 / UTM 32N metres (25832). */
export type Srid = 4326 | 25832;

/** Reads a pair of numbers into a position. Without an srid the range decides: degrees are never as large as a Danish
 *  easting, so the two cannot be taken for one another. Null where the numbers are not a place in that system.
 *  @example readCoordinates(725398.75, 6176061.73) // about [12.58512, 55.67793] */
export function readCoordinates(x: number, y: number, srid?: Srid): Position | null {
  if (srid !== 25832 && isPosition([x, y])) return [x, y];
  if (srid !== 4326 && isUtm32Denmark([x, y])) return fromUtm32([x, y]);
  return null;
}

const SRIDS: [RegExp, Srid][] = [
  [/^(urn:ogc:def:crs:)?OGC:(1\.3)?:?CRS84$/i, 4326],
  [/^https?:\/\/www\.opengis\.net\/def\/crs\/OGC\/1\.3\/CRS84$/i, 4326],
  [/^(urn:ogc:def:crs:)?EPSG:([\d.]*:)?(4326|4258)$/i, 4326],
  [/^https?:\/\/www\.opengis\.net\/def\/crs\/EPSG\/[\d.]+\/(4326|4258)$/i, 4326],
  [/^(urn:ogc:def:crs:)?EPSG:([\d.]*:)?25832$/i, 25832],
  [/^https?:\/\/www\.opengis\.net\/def\/crs\/EPSG\/[\d.]+\/25832$/i, 25832],
];

/** Reads the name of a coordinate system as files write it; null where it is neither of the two.
 *  @example parseCrsName("urn:ogc:def:crs:EPSG::25832") // 25832 */
export function parseCrsName(name: string): Srid | null {
  return SRIDS.find(([pattern]) => pattern.test(name.trim()))?.[1] ?? null;
}
