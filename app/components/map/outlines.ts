import type { MultiPolygonCoordinates } from "#geo/polygon.ts";
import { toWorld, type Frame } from "./frame.ts";

/** A polygon with all its rings, on the world square: x and y in turn. */
export type WorldRings = Float64Array[];

export const toWorldRings = (polygons: MultiPolygonCoordinates): WorldRings =>
  polygons.flatMap((polygon) =>
    polygon.map((ring) => Float64Array.from(ring.flatMap((position) => toWorld(position)))),
  );

/** Adds rings to the current path of a canvas, as pixels of the frame. */
export function traceRings(
  context: CanvasRenderingContext2D,
  rings: WorldRings,
  { worldPixels, left, top }: Pick<Frame, "worldPixels" | "left" | "top">,
): void {
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      const x = ring[at]! * worldPixels - left;
      const y = ring[at + 1]! * worldPixels - top;
      if (at === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.closePath();
  }
}
