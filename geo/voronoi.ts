import type { Bbox } from "./bbox.ts";
import { closeRing, type Ring } from "./polygon.ts";
import type { Position } from "./position.ts";

/** The part of a box that lies nearer to each seed than to any other, one ring a seed and in their order; an empty ring
 *  for a seed that has none. Each cell is the box cut by the line midway to every other seed: slow for thousands,
 *  simple and exact for a city's districts. Distances are measured with longitudes shrunk to the box's middle latitude.
 *  @example voronoiCells([[1, 0], [3, 0]], [0, -1, 4, 1]) // two halves that meet at longitude 2 */
export function voronoiCells(seeds: Position[], [minLon, minLat, maxLon, maxLat]: Bbox): Ring[] {
  const shrink = Math.cos((((minLat + maxLat) / 2) * Math.PI) / 180);
  const box: Ring = [
    [minLon, minLat],
    [maxLon, minLat],
    [maxLon, maxLat],
    [minLon, maxLat],
  ];
  return seeds.map((seed) => {
    const others = seeds.filter((other) => other !== seed);
    return closeRing(others.reduce((cell, other) => cutNearer(cell, seed, other, shrink), box));
  });
}

/** What of a convex ring lies nearer to `seed` than to `other`. */
function cutNearer(ring: Ring, seed: Position, other: Position, shrink: number): Ring {
  const kept: Ring = [];
  ring.forEach((position, index) => {
    const next = ring[(index + 1) % ring.length]!;
    const here = lead(position, seed, other, shrink);
    const there = lead(next, seed, other, shrink);
    if (here >= 0) kept.push(position);
    if (here * there < 0) {
      const share = here / (here - there);
      kept.push([
        position[0] + (next[0] - position[0]) * share,
        position[1] + (next[1] - position[1]) * share,
      ]);
    }
  });
  return kept;
}

/** How much nearer a position is to the seed than to the other, in squared degrees: linear along any line. */
function lead(position: Position, seed: Position, other: Position, shrink: number): number {
  const squared = (to: Position) => ((position[0] - to[0]) * shrink) ** 2 + (position[1] - to[1]) ** 2;
  return squared(other) - squared(seed);
}
