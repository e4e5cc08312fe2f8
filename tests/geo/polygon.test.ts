import { describe, expect, it } from "vitest";
import fc from "fast-check";
import {
  centroidOf,
  closeRing,
  isClosedRing,
  isInMultiPolygon,
  isInPolygon,
  multiPolygonAreaM2,
  parseRing,
  polygonAreaM2,
  ringAreaM2,
  type Ring,
} from "#geo/polygon.ts";
import { fromUtm32, toUtm32, type Utm32 } from "#geo/utm32.ts";
import { positions } from "#tests/geo/arbitraries.ts";

const origin: Utm32 = [725_000, 6_176_000];

function rectangle(width: number, height: number, [east, north] = origin): Ring {
  const corners: Utm32[] = [
    [east, north],
    [east + width, north],
    [east + width, north + height],
    [east, north + height],
  ];
  return closeRing(corners.map(fromUtm32));
}

describe("area", () => {
  it("of a rectangle is its sides multiplied, whichever way round it is drawn", () => {
    expect(ringAreaM2(rectangle(40, 25))).toBeCloseTo(1_000, 3);
    expect(ringAreaM2(rectangle(40, 25).toReversed())).toBeCloseTo(1_000, 3);
  });

  it("of a polygon leaves its courtyards out, and of several is their sum", () => {
    const block = rectangle(100, 100);
    const courtyard = rectangle(50, 50, [origin[0] + 25, origin[1] + 25]);
    const shed = rectangle(10, 6, [origin[0] + 500, origin[1]]);
    expect(polygonAreaM2([block, courtyard])).toBeCloseTo(7_500, 3);
    expect(multiPolygonAreaM2([[block, courtyard], [shed]])).toBeCloseTo(7_560, 3);
    expect(polygonAreaM2([])).toBe(0);
  });
});

describe("the centroid", () => {
  it("is the middle of a rectangle, and gives way to a hole", () => {
    const [east, north] = toUtm32(centroidOf([rectangle(100, 60)])!);
    expect(east).toBeCloseTo(origin[0] + 50, 0);
    expect(north).toBeCloseTo(origin[1] + 30, 0);
    const holeInTheWest = rectangle(40, 40, [origin[0] + 5, origin[1] + 10]);
    expect(toUtm32(centroidOf([rectangle(100, 60), holeInTheWest.toReversed()])!)[0]).toBeGreaterThan(
      origin[0] + 55,
    );
  });

  it("of something without area is nowhere", () => {
    expect(centroidOf([])).toBeNull();
    expect(centroidOf([parseRing("12.5,55.6 12.6,55.7 12.5,55.6")])).toBeNull();
  });

  it("of a triangle lies inside it", () => {
    fc.assert(
      fc.property(positions(), positions(), positions(), (a, b, c) => {
        const triangle = [closeRing([a, b, c])];
        fc.pre(polygonAreaM2(triangle) > 5_000_000); // a sliver bends out of itself between metres and degrees
        expect(isInPolygon(centroidOf(triangle)!, triangle)).toBe(true);
      }),
    );
  });
});

describe("being inside", () => {
  const square = parseRing("0,0 10,0 10,10 0,10");
  const hole = parseRing("4,4 6,4 6,6 4,6");

  it("is inside the outer ring and outside the holes", () => {
    expect(isInPolygon([1, 1], [square, hole])).toBe(true);
    expect(isInPolygon([5, 5], [square, hole])).toBe(false);
    expect(isInPolygon([11, 5], [square, hole])).toBe(false);
    expect(isInPolygon([1, 1], [])).toBe(false);
  });

  it("holds for a bent outline", () => {
    const horseshoe = [parseRing("0,0 10,0 10,10 7,10 7,3 3,3 3,10 0,10")];
    expect(isInPolygon([5, 8], horseshoe)).toBe(false);
    expect(isInPolygon([1, 8], horseshoe)).toBe(true);
    expect(isInPolygon([5, 1], horseshoe)).toBe(true);
  });

  it("of several polygons is inside one of them", () => {
    const other = parseRing("20,0 30,0 30,10 20,10");
    expect(isInMultiPolygon([25, 5], [[square], [other]])).toBe(true);
    expect(isInMultiPolygon([15, 5], [[square], [other]])).toBe(false);
  });
});

describe("a ring", () => {
  it("is closed by its first position, once", () => {
    const open: Ring = [[0, 0], [1, 0], [0, 1]]; // prettier-ignore
    expect(isClosedRing(open)).toBe(false);
    expect(closeRing(open)).toEqual([[0, 0], [1, 0], [0, 1], [0, 0]]); // prettier-ignore
    expect(isClosedRing(closeRing(open))).toBe(true);
    expect(closeRing(closeRing(open))).toEqual(closeRing(open));
    expect(closeRing([])).toEqual([]);
  });
});
