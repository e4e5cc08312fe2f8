import { describe, expect, it } from "vitest";
import fc from "fast-check";
import {
  bboxContains,
  bboxesIntersect,
  bboxOf,
  expandBbox,
  formatBbox,
  parseBbox,
  type Bbox,
} from "#geo/bbox.ts";
import { positions } from "#tests/geo/arbitraries.ts";

const boxes = () => fc.tuple(positions(), positions()).map((pair) => bboxOf(pair)!);

describe("a bbox", () => {
  it("is read from four numbers in order", () => {
    expect(parseBbox("12.5,55.6,12.6,55.7")).toEqual([12.5, 55.6, 12.6, 55.7]);
    expect(parseBbox("12.5,55.6,12.5,55.6")).toEqual([12.5, 55.6, 12.5, 55.6]);
  });

  it.each([
    "",
    "1,2,3",
    "1,2,3,4,5",
    "1,2,3,x",
    "2,1,1,2",
    "1,2,2,1",
    "-181,0,0,0",
    "0,-91,0,0",
    "0,0,181,0",
    "0,0,0,91",
  ])("is not read from %j", (text) => expect(parseBbox(text)).toBeNull());

  it("reads back from its own text", () => {
    fc.assert(
      fc.property(boxes(), (bbox) => {
        expect(parseBbox(formatBbox(bbox))).toEqual(bbox);
      }),
    );
  });

  it("lies around all its positions and touches the outermost", () => {
    expect(bboxOf([])).toBeNull();
    fc.assert(
      fc.property(fc.array(positions(), { minLength: 1 }), (places) => {
        const bbox = bboxOf(places)!;
        expect(places.every((place) => bboxContains(bbox, place))).toBe(true);
        expect(places.some(([lon]) => lon === bbox[0]) && places.some(([, lat]) => lat === bbox[3])).toBe(
          true,
        );
      }),
    );
  });

  it("holds its edges and nothing beyond", () => {
    const bbox: Bbox = [12.5, 55.6, 12.6, 55.7];
    expect(bboxContains(bbox, [12.5, 55.7])).toBe(true);
    expect(bboxContains(bbox, [12.49999, 55.65])).toBe(false);
    expect(bboxContains(bbox, [12.55, 55.70001])).toBe(false);
  });

  it("intersects another exactly when they share a position", () => {
    expect(bboxesIntersect([0, 0, 1, 1], [1, 1, 2, 2])).toBe(true);
    expect(bboxesIntersect([0, 0, 1, 1], [1.1, 0, 2, 1])).toBe(false);
    expect(bboxesIntersect([0, 0, 3, 3], [1, 1, 2, 2])).toBe(true);
    fc.assert(
      fc.property(boxes(), boxes(), (a, b) => {
        expect(bboxesIntersect(a, b)).toBe(bboxesIntersect(b, a));
      }),
    );
  });

  it("grows by a share of its size on every side and stays on the globe", () => {
    expect(expandBbox([10, 50, 12, 54], 0.25)).toEqual([9.5, 49, 12.5, 55]);
    expect(expandBbox([-179, -89, 179, 89], 1)).toEqual([-180, -90, 180, 90]);
  });
});
