import type { Random } from "./random.ts";

/** A point in metres in a building's own box: x along the street, y away from it. */
export type LocalPoint = readonly [x: number, y: number];

/** An outline in its own box, its corner nearest the street's beginning at [0, 0]. */
export interface Footprint {
  widthM: number;
  depthM: number;
  outline: LocalPoint[];
}

/**
 * Draws a plausible outline of exactly the area asked for: a rectangle, an L or a U, seldom deeper than daylight allows.
 * @example footprintOf(random, 450, false) // about 35 m × 13 m, area 450
 */
export function footprintOf(random: Random, areaM2: number, isHall: boolean): Footprint {
  const shape =
    areaM2 < 250 || isHall
      ? "I"
      : random.weighted([
          ["I", 50],
          ["L", 32],
          ["U", 18],
        ] as const);
  const deepest = isHall ? 30 : areaM2 < 250 ? 11 : 16;
  const aspect = random.between(1.15, isHall ? 1.7 : 2.4);
  if (shape === "I") {
    const depthM = Math.min(Math.sqrt(areaM2 / aspect), Math.max(deepest, Math.sqrt(areaM2 / 4.5)));
    return boxed(areaM2 / depthM, depthM);
  }
  const [notchWidth, notchDepth] = [random.between(0.45, 0.62), random.between(0.4, 0.6)];
  const depthM = Math.sqrt(areaM2 / (aspect * (1 - notchWidth * notchDepth)));
  const widthM = depthM * aspect;
  const outline =
    shape === "L" ? ell(widthM, depthM, notchWidth, notchDepth) : you(widthM, depthM, notchWidth, notchDepth);
  const isMirrored = random.chance(0.5);
  return {
    widthM,
    depthM,
    outline: isMirrored ? outline.map(([x, y]) => [widthM - x, y] as const) : outline,
  };
}

const boxed = (widthM: number, depthM: number): Footprint => ({
  widthM,
  depthM,
  outline: [
    [0, 0],
    [widthM, 0],
    [widthM, depthM],
    [0, depthM],
  ],
});

/** An L: the box without a corner at the back. */
function ell(width: number, depth: number, notchWidth: number, notchDepth: number): LocalPoint[] {
  const [x, y] = [width * (1 - notchWidth), depth * (1 - notchDepth)];
  return [
    [0, 0],
    [width, 0],
    [width, y],
    [x, y],
    [x, depth],
    [0, depth],
  ];
}

/** A U: the box without the middle of its back, a yard. */
function you(width: number, depth: number, notchWidth: number, notchDepth: number): LocalPoint[] {
  const [left, right] = [(width * (1 - notchWidth)) / 2, (width * (1 + notchWidth)) / 2];
  const y = depth * (1 - notchDepth);
  return [
    [0, 0],
    [width, 0],
    [width, depth],
    [right, depth],
    [right, y],
    [left, y],
    [left, depth],
    [0, depth],
  ];
}
