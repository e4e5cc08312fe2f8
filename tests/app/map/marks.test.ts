import { describe, expect, it } from "vitest";
import type { MapPoints } from "#domain/map-data.ts";
import { fromWorld, toWorld, type Frame } from "#app/components/map/frame.ts";
import { marksAt, overlapAt } from "#app/components/map/hits.ts";
import { markRadius } from "#app/components/map/mark.ts";
import { classCounts, prepareMarks } from "#app/components/map/marks.ts";

const points = (places: [number, number][], more: Partial<MapPoints> = {}): MapPoints => ({
  kind: "points",
  on: "2026-11-20",
  total: places.length,
  id: places.map((_, index) => `building ${index}`),
  lon: places.map(([lon]) => lon),
  lat: places.map(([, lat]) => lat),
  name: null,
  address: null,
  tenure: places.map(() => "owned"),
  useGroup: places.map(() => "school"),
  administration: places.map(() => 0),
  condition: places.map(() => 3),
  areaM2: places.map(() => 1000),
  letM2: places.map(() => 0),
  exteriorBacklogOre: places.map(() => 0),
  leaseEndOn: places.map(() => null),
  surveyedOn: places.map(() => null),
  trust: places.map(() => 0),
  ...more,
});

/** A window of 400 by 300 pixels with a position in its middle. */
function frameAround(lon: number, lat: number, zoom: number): Frame {
  const worldPixels = 256 * 2 ** zoom;
  const [x, y] = toWorld([lon, lat]);
  return {
    zoom,
    worldPixels,
    left: x * worldPixels - 200,
    top: y * worldPixels - 150,
    width: 400,
    height: 300,
  };
}

describe("the world square", () => {
  it("comes back to the position it was made from", () => {
    const [lon, lat] = fromWorld(toWorld([12.5683, 55.6761]));
    expect(lon).toBeCloseTo(12.5683, 10);
    expect(lat).toBeCloseTo(55.6761, 10);
  });
});

describe("marks", () => {
  it("draws the worst last, and the small over the large within a class", () => {
    const data = points(
      [
        [12.5, 55.6],
        [12.5, 55.6],
        [12.5, 55.6],
        [12.5, 55.6],
      ],
      { condition: [6, 2, null, 2], areaM2: [100, 50, 10, 5000] },
    );
    expect([...prepareMarks(data, "condition", data.on).order]).toEqual([2, 3, 1, 0]);
  });

  it("draws what is vacant over what is let", () => {
    const data = points(
      [
        [12.5, 55.6],
        [12.5, 55.6],
      ],
      { letM2: [0, 1000] },
    );
    expect([...prepareMarks(data, "letting", data.on).order]).toEqual([1, 0]);
  });

  it("grow with the area and the zoom, and are large enough to hold a number from zoom 15", () => {
    expect(markRadius(10_000, 13)).toBeGreaterThan(markRadius(100, 13));
    expect(markRadius(100, 14)).toBeGreaterThan(markRadius(100, 11));
    expect(markRadius(1, 15)).toBeGreaterThanOrEqual(8.5);
    expect(markRadius(1_000_000, 19)).toBeLessThan(20);
  });

  it("are counted by class, the unknown last", () => {
    expect(classCounts([0, 2, 2, null], 3)).toEqual([1, 0, 2, 1]);
  });
});

describe("what is under the pointer", () => {
  it("is the building drawn there, and nothing beside it", () => {
    const data = points([[12.55, 55.67]]);
    const marks = prepareMarks(data, "use", data.on);
    const frame = frameAround(12.55, 55.67, 14);
    expect(marksAt(marks, frame, { x: 200, y: 150 })).toEqual([0]);
    expect(marksAt(marks, frame, { x: 230, y: 150 })).toEqual([]);
  });

  it("is every building within eight pixels of the topmost, which comes first", () => {
    const lonPerPixel = 360 / (256 * 2 ** 14);
    const data = points(
      [
        [12.55, 55.67],
        [12.55 + 6 * lonPerPixel, 55.67],
        [12.55 + 40 * lonPerPixel, 55.67],
      ],
      { areaM2: [900, 100, 100] },
    );
    const marks = prepareMarks(data, "use", data.on);
    const frame = frameAround(12.55, 55.67, 14);
    expect(overlapAt(marks, frame, { x: 203, y: 150 })).toEqual([1, 0]);
    expect(overlapAt(marks, frame, { x: 240, y: 150 })).toEqual([2]);
  });
});
