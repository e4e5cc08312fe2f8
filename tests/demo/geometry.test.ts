import { describe, expect, test } from "vitest";
import { districts, isOnLand } from "#geo/base.ts";
import { isInsideMunicipality } from "#geo/municipality.ts";
import { isInPolygon, polygonAreaM2, type Ring } from "#geo/polygon.ts";
import type { Position } from "#geo/position.ts";
import { generateDemo } from "#db/demo/generate-demo.ts";

const demo = generateDemo({ seed: 2013, loadDay: "2026-11-20" });
const positionsOf = (text: string): Ring =>
  [...text.matchAll(/(-?\d+\.?\d*) (-?\d+\.?\d*)/g)].map(([, lon, lat]): Position => [
    Number(lon),
    Number(lat),
  ]);
const buildings = demo.building.map((building) => ({
  ...building,
  position: positionsOf(building.positionWgs84)[0]!,
  ring: positionsOf(building.footprintWgs84),
}));

describe("The buildings of the demo", () => {
  test("stand on land inside the municipality with all their corners", () => {
    const isGood = (position: Position) => isOnLand(position) && isInsideMunicipality(position);
    expect(buildings.filter(({ position, ring }) => ![position, ...ring].every(isGood))).toEqual([]);
  });

  test("are drawn as large as they are registered", () => {
    const areas = new Map(demo.buildingVersion.map((version) => [version.buildingId, version]));
    for (const { id, ring } of buildings) {
      const { footprintAreaM2, grossAreaM2, storeys } = areas.get(id)!;
      expect(Math.abs(polygonAreaM2([ring]) / footprintAreaM2 - 1)).toBeLessThan(0.02);
      expect(Math.abs(footprintAreaM2 * storeys - grossAreaM2)).toBeLessThanOrEqual(
        Math.max(storeys, 0.02 * grossAreaM2),
      );
    }
  });

  test("have their position within their outline", () => {
    expect(buildings.filter(({ position, ring }) => !isInPolygon(position, [ring]))).toEqual([]);
  });

  test("do not stand on one another", () => {
    const byProperty = groupBy(buildings);
    const overlapping = [...byProperty.values()].flatMap((neighbours) =>
      neighbours.filter((one) =>
        neighbours.some(
          (other) => one !== other && one.ring.some((corner) => isInPolygon(corner, [other.ring])),
        ),
      ),
    );
    expect(overlapping).toEqual([]);
  });

  test("have addresses in all ten districts, each address once, with the postcodes of the city", () => {
    expect(new Set(demo.address.map(({ districtId }) => districtId)).size).toBe(districts.length);
    expect(demo.address.filter(({ districtId }) => districtId === null)).toEqual([]);
    const names = demo.address.map(
      ({ street, houseNumber, postcode }) => `${street} ${houseNumber} ${postcode}`,
    );
    expect(new Set(names).size).toBe(names.length);
    expect(demo.address.filter(({ postcode }) => postcode >= "1800" && postcode <= "2000")).toEqual([]);
  });
});

/** The buildings by property. */
function groupBy(all: typeof buildings): Map<string, typeof buildings> {
  const groups = new Map<string, typeof buildings>();
  for (const building of all)
    groups.set(building.propertyId, [...(groups.get(building.propertyId) ?? []), building]);
  return groups;
}
