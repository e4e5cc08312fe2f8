import type { Bbox } from "#geo/bbox.ts";
import type { Position } from "#geo/position.ts";
import type { Painter } from "./frame.ts";
import { toWorld, type Frame } from "./frame.ts";

const blue = "#0b5ea8";

const pixelsOf = (positions: readonly Position[], { worldPixels, left, top }: Frame): [number, number][] =>
  positions.map((position) => {
    const [x, y] = toWorld(position);
    return [x * worldPixels - left, y * worldPixels - top];
  });

/** Paints an outline: the drawn one that the search is limited to, or one being drawn with its corners. */
export const paintOutline =
  (corners: readonly Position[], isBeingDrawn: boolean): Painter =>
  (context, frame) => {
    const points = pixelsOf(corners, frame);
    context.beginPath();
    points.forEach(([x, y], place) => (place === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    if (!isBeingDrawn) context.closePath();
    context.fillStyle = "rgba(11, 94, 168, 0.07)";
    context.fill();
    context.lineWidth = 4;
    context.strokeStyle = "#ffffff";
    context.stroke();
    context.lineWidth = 2;
    context.strokeStyle = blue;
    context.setLineDash(isBeingDrawn ? [6, 4] : []);
    context.stroke();
    context.setLineDash([]);
    if (!isBeingDrawn) return;
    for (const [x, y] of points) {
      context.beginPath();
      context.arc(x, y, 4, 0, 2 * Math.PI);
      context.fillStyle = "#ffffff";
      context.fill();
      context.stroke();
    }
  };

/** Paints the edge of the extent that the search is limited to: seen where the map no longer shows exactly that. */
export const paintExtent =
  (bbox: Bbox): Painter =>
  (context, frame) => {
    context.beginPath();
    pixelsOf(ringOfBox(bbox), frame).forEach(([x, y], place) =>
      place === 0 ? context.moveTo(x, y) : context.lineTo(x, y),
    );
    context.closePath();
    context.lineWidth = 1.5;
    context.strokeStyle = blue;
    context.setLineDash([8, 5]);
    context.stroke();
  };

/** The corners of a box, as a closed ring. @example ringOfBox([0, 1, 2, 3]) // [[0, 1], [2, 1], [2, 3], [0, 3], [0, 1]] */
export const ringOfBox = ([west, south, east, north]: Bbox): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
