import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { cellAt, cellCentre, cellKey, cellSize } from "#geo/cluster.ts";
import { positions } from "#tests/geo/arbitraries.ts";

const zooms = () => fc.integer({ min: 0, max: 20 });

describe("a grid cell", () => {
  it("halves with every zoom level and is a quarter of a tile wide", () => {
    expect(cellSize(0).lonDegrees).toBe(90);
    expect(cellSize(12)).toEqual({ lonDegrees: 0.02197265625, latDegrees: 0.012359619140625 });
    expect(cellSize(13).lonDegrees).toBe(cellSize(12).lonDegrees / 2);
  });

  it("has a key of zoom, column and row", () => {
    expect(cellKey(cellAt([12.5683, 55.6761], 12))).toBe("12/571/4504");
    expect(cellKey(cellAt([-0.001, -0.001], 3))).toBe("3/-1/-1");
  });

  it("holds its own centre, and every position in it is at most half a cell away", () => {
    fc.assert(
      fc.property(positions(), zooms(), (position, zoom) => {
        const cell = cellAt(position, zoom);
        const [lon, lat] = cellCentre(cell);
        const { lonDegrees, latDegrees } = cellSize(zoom);
        expect(cellAt([lon, lat], zoom)).toEqual(cell);
        expect(Math.abs(position[0] - lon)).toBeLessThanOrEqual(lonDegrees / 2 + 1e-9);
        expect(Math.abs(position[1] - lat)).toBeLessThanOrEqual(latDegrees / 2 + 1e-9);
      }),
    );
  });
});
