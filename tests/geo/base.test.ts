import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { districtOf, districts, isOnLand, landPolygons } from "#geo/base.ts";
import { readFeatureCollection } from "#geo/geojson.ts";
import { isInsideMunicipality, municipality } from "#geo/municipality.ts";
import { isClosedRing, isInMultiPolygon, multiPolygonAreaM2, polygonAreaM2 } from "#geo/polygon.ts";
import type { Position } from "#geo/position.ts";

const grid: Position[] = [];
for (let lon = 12.45; lon < 12.66; lon += 0.002)
  for (let lat = 55.61; lat < 55.735; lat += 0.0015) grid.push([lon, lat]);

describe("the municipality", () => {
  it("holds the city hall, and not Frederiksberg, Hellerup or Kastrup", () => {
    expect(isInsideMunicipality([12.5683, 55.6761])).toBe(true);
    expect(isInsideMunicipality([12.53, 55.68])).toBe(false);
    expect(isInsideMunicipality([12.57, 55.74])).toBe(false);
    expect(isInsideMunicipality([12.64, 55.63])).toBe(false);
  });

  it("is about the 90 km² that the city has, water and all", () => {
    expect(polygonAreaM2(municipality) / 1e6).toBeGreaterThan(75);
    expect(polygonAreaM2(municipality) / 1e6).toBeLessThan(100);
  });
});

describe("the land", () => {
  it.each<[string, Position]>([
    ["the city hall", [12.5683, 55.6761]],
    ["the main square of Nørrebro", [12.5612, 55.6905]],
    ["Østerbro, where the tile border ran", [12.58, 55.7]],
    ["Amager", [12.605, 55.65]],
    ["Refshaleøen", [12.612, 55.693]],
    ["Nordhavn", [12.605, 55.718]],
    ["Frederiksberg", [12.53, 55.68]],
    ["Malmö", [13.01, 55.59]],
    ["Roskilde", [12.08, 55.64]],
  ])("holds %s", (_, position) => expect(isOnLand(position)).toBe(true));

  it.each<[string, Position]>([
    ["the Sound", [12.68, 55.68]],
    ["the inner harbour", [12.5855, 55.6735]],
    ["the southern harbour", [12.5655, 55.6605]],
    ["the harbour off Langelinie", [12.604, 55.695]],
    ["Sankt Jørgens Sø", [12.5572, 55.678]],
    ["Peblinge Sø", [12.5614, 55.684]],
    ["Sortedams Sø", [12.568, 55.689]],
    ["Køge Bugt", [12.4, 55.5]],
  ])("does not hold %s", (_, position) => expect(isOnLand(position)).toBe(false));

  it("is made of closed rings and is small", () => {
    expect(landPolygons.flat().every(isClosedRing)).toBe(true);
    expect(landPolygons.flat(2).length).toBeLessThan(1_500);
  });
});

describe("the districts", () => {
  it("are the ten, in their official order", () => {
    expect(districts.map(({ code, name }) => `${code} ${name}`)).toEqual([
      "1 Indre By",
      "2 Østerbro",
      "3 Nørrebro",
      "4 Vesterbro/Kongens Enghave",
      "5 Valby",
      "6 Vanløse",
      "7 Brønshøj-Husum",
      "8 Bispebjerg",
      "9 Amager Øst",
      "10 Amager Vest",
    ]);
  });

  it("carry their names inside themselves", () => {
    for (const { code, label } of districts) expect(districtOf(label)?.code).toBe(code);
  });

  it("share no ground", () => {
    for (const position of grid) {
      const holders = districts.filter(({ outline }) => isInMultiPolygon(position, outline));
      expect(holders.length, position.join()).toBeLessThanOrEqual(1);
    }
  });

  it("cover the land of the municipality and nothing else, but for slivers", () => {
    const differing = grid.filter(
      (position) =>
        (districtOf(position) !== null) !== (isInsideMunicipality(position) && isOnLand(position)),
    );
    expect(differing.length / grid.length).toBeLessThan(0.005);
  });

  it("are each between 3 and 22 km²", () => {
    for (const { name, outline } of districts) {
      expect(multiPolygonAreaM2(outline) / 1e6, name).toBeGreaterThan(3);
      expect(multiPolygonAreaM2(outline) / 1e6, name).toBeLessThan(22);
    }
  });
});

const realFile = path.join(process.env.REAL_DATA_DIR ?? "", "copenhagen", "bydel-2023.geojson");
const hasRealFile = process.env.REAL_DATA_DIR !== undefined && existsSync(realFile);

describe("the districts beside the official ones (set REAL_DATA_DIR to a folder with copenhagen/bydel-2023.geojson)", () => {
  it.skipIf(!hasRealFile)("agree on nine places in ten, and each on at least eight and a half", () => {
    const read = readFeatureCollection(JSON.parse(readFileSync(realFile, "utf8")));
    const official = (read.ok ? read.value : []).flatMap((row) =>
      row.ok && row.value.geometry?.type === "MultiPolygon"
        ? [{ code: Number(row.value.properties.bydel_nr), outline: row.value.geometry.coordinates }]
        : [],
    );
    expect(official).toHaveLength(10);
    const compared = grid.flatMap((position) => {
      const real = official.find(({ outline }) => isInMultiPolygon(position, outline))?.code;
      const ours = districtOf(position)?.code;
      return real && ours ? [{ real, ours }] : [];
    });
    const share = (rows: typeof compared) =>
      rows.filter(({ real, ours }) => real === ours).length / rows.length;
    expect(compared.length).toBeGreaterThan(1_000);
    expect(share(compared)).toBeGreaterThan(0.9);
    for (const { code } of official)
      expect(share(compared.filter(({ real }) => real === code)), `${code}`).toBeGreaterThan(0.85);
  });
});
