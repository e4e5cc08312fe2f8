import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { distanceMeters, moveByMeters, positionBetween } from "#geo/distance.ts";
import type { Position } from "#geo/position.ts";
import { toUtm32 } from "#geo/utm32.ts";
import { positions } from "#tests/geo/arbitraries.ts";

describe("distance", () => {
  it("is one degree of latitude in 111,195 m", () => {
    expect(distanceMeters([12, 55], [12, 56])).toBeCloseTo(111_195.08, 1);
  });

  it("is the same there and back, and never longer by the straight way than by a third place", () => {
    fc.assert(
      fc.property(positions(), positions(), positions(), (a, b, c) => {
        expect(distanceMeters(a, b)).toBeCloseTo(distanceMeters(b, a), 6);
        expect(distanceMeters(a, b)).toBeLessThanOrEqual(distanceMeters(a, c) + distanceMeters(c, b) + 1e-6);
      }),
    );
  });

  it("agrees within half a percent with what EPSG:25832 measures", () => {
    fc.assert(
      fc.property(positions(), positions(), (a, b) => {
        const [eastA, northA] = toUtm32(a);
        const [eastB, northB] = toUtm32(b);
        const plane = Math.hypot(eastB - eastA, northB - northA);
        expect(Math.abs(distanceMeters(a, b) - plane)).toBeLessThanOrEqual(plane * 0.005 + 0.01);
      }),
    );
  });
});

describe("moving", () => {
  it("covers the metres asked for", () => {
    const start: Position = [12.5683, 55.6761];
    expect(distanceMeters(start, moveByMeters(start, { eastMeters: 300, northMeters: 400 }))).toBeCloseTo(
      500,
      0,
    );
    const [lon, lat] = moveByMeters(start, { eastMeters: -100, northMeters: 0 });
    expect(lon).toBeLessThan(12.5683);
    expect(lat).toBe(55.6761);
  });

  it("along a line begins and ends at its ends", () => {
    expect(positionBetween([12, 55], [13, 56], 0)).toEqual([12, 55]);
    expect(positionBetween([12, 55], [13, 56], 0.5)).toEqual([12.5, 55.5]);
    expect(positionBetween([12, 55], [13, 56], 1)).toEqual([13, 56]);
  });
});
