import type { Bbox } from "#geo/bbox.ts";
import type { Position } from "#geo/position.ts";

/** A place on the Web Mercator square: 0 to 1 from west to east and from north to south. */
export type WorldPoint = [x: number, y: number];

/** The place of a position on the Web Mercator square. @example toWorld([0, 0]) // [0.5, 0.5] */
export function toWorld([lon, lat]: Position): WorldPoint {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** The position of a place on the Web Mercator square; undoes `toWorld`. */
export function fromWorld([x, y]: WorldPoint): Position {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI];
}

/**
 * What a painter needs to know of the canvas in front of it: a place on the world square falls on the pixel
 * `x * worldPixels - left`, `y * worldPixels - top`. Width and height are in CSS pixels.
 */
export interface Frame {
  zoom: number;
  worldPixels: number;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Paints one layer of the map onto a cleared canvas. */
export type Painter = (context: CanvasRenderingContext2D, frame: Frame) => void;

/** The box of the earth that a frame covers. */
export function bboxOfFrame({ worldPixels, left, top, width, height }: Frame): Bbox {
  const [west, north] = fromWorld([left / worldPixels, top / worldPixels]);
  const [east, south] = fromWorld([(left + width) / worldPixels, (top + height) / worldPixels]);
  return [west, south, east, north];
}
