import proj4 from "proj4";
import type { Position } from "./position.ts";

/** A place in EPSG:25832 (ETRS89 / UTM zone 32N), metres, easting first: what Danish registers keep and areas are
 *  measured in. */
export type Utm32 = [eastingMeters: number, northingMeters: number];

/** ETRS89 and WGS84 are taken as one, as the registers do: they differ by under a metre. */
const converter = proj4(
  "+proj=longlat +ellps=WGS84 +no_defs",
  "+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs",
);

/** WGS84 degrees to EPSG:25832 metres. Source: EPSG registry, by proj4.
 *  @example toUtm32([12.58512, 55.67793]) // about [725398.75, 6176061.73] */
export function toUtm32(position: Position): Utm32 {
  const [easting, northing] = converter.forward([position[0], position[1]]);
  return [easting!, northing!];
}

/** EPSG:25832 metres to WGS84 degrees.
 *  @example fromUtm32([725398.75, 6176061.73]) // about [12.58512, 55.67793] */
export function fromUtm32(place: Utm32): Position {
  const [lon, lat] = converter.inverse([place[0], place[1]]);
  return [lon!, lat!];
}

/** Whether two numbers can only be metres in EPSG:25832 in or near Denmark (Bornholm is in it).
 *  @example isUtm32Denmark([725398.75, 6176061.73]) // true */
export function isUtm32Denmark([easting, northing]: Utm32): boolean {
  return easting >= 400_000 && easting <= 950_000 && northing >= 6_000_000 && northing <= 6_500_000;
}
