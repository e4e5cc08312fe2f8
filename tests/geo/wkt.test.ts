import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { readPointWkt, readWkt } from "#geo/wkt.ts";
import { toUtm32 } from "#geo/utm32.ts";
import { positions } from "#tests/geo/arbitraries.ts";

const refusal = (text: string) => {
  const read = readWkt(text);
  return read.ok ? null : read.refusal;
};

describe("well-known text", () => {
  it.each([
    "POINT(12.585 55.678)",
    "POINT (12.585 55.678)",
    " point ( 12.585  55.678 ) ",
    "POINT Z (12.585 55.678 4)",
    "SRID=4326;POINT(12.585 55.678)",
  ])("gives a point from %j", (text) => expect(readPointWkt(text)).toEqual([12.585, 55.678]));

  it("gives the same point from metres, with or without the system named", () => {
    for (const text of ["POINT(725398.75 6176061.73)", "SRID=25832;POINT (725398.75 6176061.73)"]) {
      const [lon, lat] = readPointWkt(text)!;
      expect(lon).toBeCloseTo(12.58512, 5);
      expect(lat).toBeCloseTo(55.67793, 5);
    }
  });

  it("believes the caller about the system before the text", () => {
    expect(readPointWkt("POINT(12.585 55.678)", 25832)).toBeNull();
    expect(readPointWkt("POINT(725398.75 6176061.73)", 4326)).toBeNull();
  });

  it("gives polygons with holes, and several of them", () => {
    const square = [[0, 0], [4, 0], [4, 4], [0, 0]]; // prettier-ignore
    const hole = [[1, 1], [2, 1], [2, 2], [1, 1]]; // prettier-ignore
    expect(readWkt("POLYGON((0 0,4 0,4 4,0 0),(1 1, 2 1, 2 2, 1 1))")).toEqual({
      ok: true,
      value: { type: "Polygon", coordinates: [square, hole] },
    });
    expect(readWkt("MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)), ((1 1, 2 1, 2 2, 1 1)))")).toEqual({
      ok: true,
      value: { type: "MultiPolygon", coordinates: [[square], [hole]] },
    });
  });

  it.each([
    ["", "malformed-text"],
    ["hello", "malformed-text"],
    ["POINT(12.5 55.6", "malformed-text"],
    ["POINT(12.5)", "malformed-text"],
    ["POINT(12,5 55,6)", "malformed-text"],
    ["POINT(12.5 55.6) x", "malformed-text"],
    ["POINT(12.5 55.6))", "malformed-text"],
    ["POINT(,12.5 55.6)", "malformed-text"],
    ["POINT(a b)", "malformed-text"],
    ["POINT(12.5 55.6,)", "malformed-text"],
    ["POINT(1 2 (3 4))", "malformed-text"],
    ["POINT()", "malformed-text"],
    ["POINT EMPTY", "empty-geometry"],
    ["POINT(300 55)", "coordinates-out-of-range"],
    ["LINESTRING(0 0, 1 1)", "unsupported-geometry"],
    ["CIRCLE(0 0)", "unknown-type"],
    ["SRID=3857;POINT(0 0)", "unsupported-crs"],
    ["POLYGON((0 0, 1 0, 1 1, 0 1))", "ring-not-closed"],
    ["POLYGON((0 0, 1 0, 0 0))", "ring-too-short"],
    ["POLYGON(0 0, 1 0, 1 1, 0 0)", "coordinates-missing"],
    ["POLYGON(((0 0, 1 0, 1 1, 0 0)))", "coordinates-missing"],
  ])("refuses %j: %s", (text, why) => expect(refusal(text)).toBe(why));

  it("never throws, whatever the text", () => {
    const pieces = fc.constantFrom(
      "POINT",
      "POLYGON",
      "(",
      ")",
      ",",
      " ",
      "1",
      "55.6",
      "Z",
      "EMPTY",
      "SRID=25832;",
      "-",
      "æ",
    );
    fc.assert(
      fc.property(
        fc.array(pieces).map((list) => list.join("")),
        (text) => void readWkt(text),
      ),
    );
  });

  it("reads metres and degrees of one place as one place", () => {
    fc.assert(
      fc.property(positions(), (position) => {
        const [lon, lat] = readPointWkt(`POINT(${toUtm32(position).join(" ")})`)!;
        expect(Math.abs(lon - position[0]) + Math.abs(lat - position[1])).toBeLessThan(1e-7);
      }),
    );
  });
});
