import fc from "fast-check";
import type { Position } from "#geo/position.ts";

/** Positions in and around Copenhagen, to about a metre; without negative zero, which text does not keep. */
export function positions(): fc.Arbitrary<Position> {
  return fc.tuple(degrees(12.4, 12.75), degrees(55.58, 55.77));
}

function degrees(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: Math.round(min * 1e5), max: Math.round(max * 1e5) }).map((number) => number / 1e5);
}
