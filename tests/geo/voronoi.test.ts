import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { bboxContains, type Bbox } from "#geo/bbox.ts";
import { isInPolygon, polygonAreaM2 } from "#geo/polygon.ts";
import { voronoiCells } from "#geo/voronoi.ts";
import { positions } from "#tests/geo/arbitraries.ts";

const box: Bbox = [12.4, 55.58, 12.75, 55.77];

describe("the cells around places", () => {
  it("of two meet midway", () => {
    const [west, east] = voronoiCells([[1, 0], [3, 0]], [0, -1, 4, 1]); // prettier-ignore
    expect(Math.max(...west!.map(([lon]) => lon))).toBe(2);
    expect(Math.min(...east!.map(([lon]) => lon))).toBe(2);
  });

  it("of one is the whole box", () => {
    expect(voronoiCells([[12.5, 55.6]], box)).toEqual([
      [[12.4, 55.58], [12.75, 55.58], [12.75, 55.77], [12.4, 55.77], [12.4, 55.58]], // prettier-ignore
    ]);
  });

  it("hold their places, stay in the box, and together fill it", () => {
    const places = fc.uniqueArray(positions(), {
      minLength: 2,
      maxLength: 12,
      selector: (place) => place.join(),
    });
    const whole = polygonAreaM2([voronoiCells([[12.5, 55.6]], box)[0]!]);
    fc.assert(
      fc.property(places, (seeds) => {
        const inner = seeds.map(([lon, lat]): [number, number] => [
          Math.min(Math.max(lon, 12.401), 12.749),
          Math.min(Math.max(lat, 55.581), 55.769),
        ]);
        fc.pre(new Set(inner.map(String)).size === inner.length);
        const cells = voronoiCells(inner, box);
        inner.forEach((seed, index) => expect(isInPolygon(seed, [cells[index]!])).toBe(true));
        const loose = box.map((edge, index) => edge + (index < 2 ? -1e-9 : 1e-9)) as Bbox;
        expect(cells.flat().every((corner) => bboxContains(loose, corner))).toBe(true);
        const sum = cells.reduce((total, cell) => total + polygonAreaM2([cell]), 0);
        // the long edges of the box bend when they are cut into pieces and measured in metres
        expect(Math.abs(sum - whole) / whole).toBeLessThan(0.002);
      }),
    );
  });
});
