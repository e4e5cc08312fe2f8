import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { parseCrsName, readCoordinates } from "#geo/crs.ts";
import { fromUtm32, isUtm32Denmark, toUtm32 } from "#geo/utm32.ts";
import { positions } from "#tests/geo/arbitraries.ts";

describe("EPSG:25832", () => {
  it("turns the checked point into WGS84 and back", () => {
    const [lon, lat] = fromUtm32([725398.75, 6176061.73]);
    expect(lon).toBeCloseTo(12.58512, 5);
    expect(lat).toBeCloseTo(55.67793, 5);
    const [easting, northing] = toUtm32([lon, lat]);
    expect(easting).toBeCloseTo(725398.75, 3);
    expect(northing).toBeCloseTo(6176061.73, 3);
  });

  it("has its middle at 9° east, 500 km", () => {
    expect(toUtm32([9, 56])[0]).toBeCloseTo(500_000, 6);
  });

  it("loses less than a millimetre there and back", () => {
    fc.assert(
      fc.property(positions(), (position) => {
        const [lon, lat] = fromUtm32(toUtm32(position));
        expect(Math.abs(lon - position[0])).toBeLessThan(1e-8);
        expect(Math.abs(lat - position[1])).toBeLessThan(1e-8);
      }),
    );
  });

  it("is told from degrees by its range", () => {
    expect(isUtm32Denmark([725398.75, 6176061.73])).toBe(true);
    expect(isUtm32Denmark([12.585, 55.678])).toBe(false);
    expect(isUtm32Denmark([6176061.73, 725398.75])).toBe(false);
  });
});

describe("coordinates of either system", () => {
  it("are decided by their range where nothing is said", () => {
    expect(readCoordinates(12.585, 55.678)).toEqual([12.585, 55.678]);
    expect(readCoordinates(725398.75, 6176061.73)?.[0]).toBeCloseTo(12.58512, 5);
  });

  it("must fit the system where it is said", () => {
    expect(readCoordinates(12.585, 55.678, 25832)).toBeNull();
    expect(readCoordinates(725398.75, 6176061.73, 4326)).toBeNull();
    expect(readCoordinates(0, 0, 25832)).toBeNull();
    expect(readCoordinates(NaN, 1)).toBeNull();
  });

  it.each([
    ["urn:ogc:def:crs:OGC:1.3:CRS84", 4326],
    ["http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326],
    ["EPSG:4326", 4326],
    ["urn:ogc:def:crs:EPSG::25832", 25832],
    ["http://www.opengis.net/def/crs/EPSG/0/25832", 25832],
    ["epsg:25832", 25832],
    ["EPSG:3857", null],
    ["EPSG:125832", null],
    ["", null],
  ])("are named %j for %j", (name, srid) => expect(parseCrsName(name)).toBe(srid));
});
