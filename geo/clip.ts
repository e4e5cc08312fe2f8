import type { Bbox } from "./bbox.ts";
import type { Ring } from "./polygon.ts";
import type { Position } from "./position.ts";

/**
 * The part of a ring within a box, as one closed ring along the box's edges; empty where they do not meet. A ring that
 * enters the box several times stays one ring with seams on the edge, which a filled picture does not show.
 * Source: Sutherland and Hodgman, Reentrant polygon clipping (1974).
 * @example clipRing([[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]], [1, 1, 3, 3]) // the square from 1,1 to 2,2
 */
export function clipRing(ring: Ring, [minLon, minLat, maxLon, maxLat]: Bbox): Ring {
  const edges: [axis: 0 | 1, limit: number, side: 1 | -1][] = [
    [0, minLon, 1],
    [0, maxLon, -1],
    [1, minLat, 1],
    [1, maxLat, -1],
  ];
  const open = ring.slice(0, -1);
  const clipped = edges.reduce<Position[]>((points, edge) => clipAt(points, edge), open);
  return clipped.length < 3 ? [] : [...clipped, clipped[0]!];
}

function clipAt(points: Position[], [axis, limit, side]: [0 | 1, number, 1 | -1]): Position[] {
  const isInside = (point: Position) => (point[axis] - limit) * side >= 0;
  const kept: Position[] = [];
  points.forEach((point, index) => {
    const before = points[(index || points.length) - 1]!;
    if (isInside(point) !== isInside(before)) kept.push(crossing(before, point, axis, limit));
    if (isInside(point)) kept.push(point);
  });
  return kept;
}

function crossing(from: Position, to: Position, axis: 0 | 1, limit: number): Position {
  const share = (limit - from[axis]) / (to[axis] - from[axis]);
  const other = axis === 0 ? 1 : 0;
  const across = from[other] + (to[other] - from[other]) * share;
  return axis === 0 ? [limit, across] : [across, limit];
}
