/** A place on the earth in WGS84 degrees, longitude first: `[lon, lat]`, as in GeoJSON and everywhere in this project. */
export type Position = [lon: number, lat: number];

/** Whether a value is two finite numbers within ±180° and ±90°.
 *  @example isPosition([12.585, 55.678]) // true */
export function isPosition(value: unknown): value is Position {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [lon, lat] = value as unknown[];
  return isDegrees(lon, 180) && isDegrees(lat, 90);
}

function isDegrees(value: unknown, limit: number): boolean {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= limit;
}

/** Reads "lon,lat" in decimal degrees with a decimal point; null where the text is not exactly that.
 *  @example parsePosition("12.585,55.678") // [12.585, 55.678] */
export function parsePosition(text: string): Position | null {
  const numbers = parseNumbers(text);
  return isPosition(numbers) ? numbers : null;
}

const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Reads numbers parted by commas; null as soon as one part is not a plain decimal number (`""`, `"0x1"`, `"1 2"`).
 *  @example parseNumbers("1, 2.5") // [1, 2.5] */
export function parseNumbers(text: string): number[] | null {
  const parts = text.split(",").map((part) => part.trim());
  return parts.every((part) => DECIMAL.test(part)) ? parts.map(Number) : null;
}

/** The position cut to a number of decimals; six decimals are about 0.1 m.
 *  @example roundPosition([12.58512345, 55.67793456], 5) // [12.58512, 55.67793] */
export function roundPosition([lon, lat]: Position, decimals = 6): Position {
  return [Number(lon.toFixed(decimals)), Number(lat.toFixed(decimals))];
}
