import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { isPosition, parseNumbers, parsePosition, roundPosition } from "#geo/position.ts";
import { positions } from "#tests/geo/arbitraries.ts";

describe("a position", () => {
  it("is longitude first, in degrees", () => {
    expect(parsePosition("12.585,55.678")).toEqual([12.585, 55.678]);
    expect(parsePosition(" -12.5 , +55 ")).toEqual([-12.5, 55]);
  });

  it.each([
    "",
    "12.585",
    "12.585,55.678,3",
    "a,b",
    "12.5,91",
    "181,55",
    "12,5,55,6",
    "1e999,55",
    "0x10,5",
    "NaN,1",
  ])("is not read from %j", (text) => expect(parsePosition(text)).toBeNull());

  it("is two finite numbers on the globe and nothing else", () => {
    expect(isPosition([180, -90])).toBe(true);
    expect([[180.1, 0], [0, -90.1], [NaN, 0], [1], [1, 2, 3], ["1", 2], "1,2", null].map(isPosition)).toEqual(
      Array.from({ length: 8 }, () => false),
    );
  });

  it("reads back from its own text", () => {
    fc.assert(
      fc.property(positions(), (position) => {
        expect(parsePosition(position.join(","))).toEqual(position);
      }),
    );
  });

  it("moves by at most half the last decimal when rounded", () => {
    expect(roundPosition([12.58512345, 55.67793456], 5)).toEqual([12.58512, 55.67793]);
    fc.assert(
      fc.property(positions(), ([lon, lat]) => {
        const [roundLon, roundLat] = roundPosition([lon, lat], 4);
        expect(Math.abs(roundLon - lon)).toBeLessThanOrEqual(0.00005 + 1e-12);
        expect(Math.abs(roundLat - lat)).toBeLessThanOrEqual(0.00005 + 1e-12);
      }),
    );
  });
});

describe("numbers parted by commas", () => {
  it("are all read or none", () => {
    expect(parseNumbers("1, -2.5, .5, 3e2")).toEqual([1, -2.5, 0.5, 300]);
    expect(parseNumbers("1,,2")).toBeNull();
  });
});
