/** Builds the light map that lies under everything: geo/base/land.json and geo/base/districts.json. Run once, and again
 *  only when something in scripts/base-map changes; the same sources give the same bytes.
 *    node --import tsx scripts/build-base-map.ts */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { GeometryCollection } from "geojson";
import polygonClipping from "polygon-clipping";
import { format } from "prettier";
import type { Bbox } from "#geo/bbox.ts";
import { municipality } from "#geo/municipality.ts";
import {
  polygonAreaM2,
  ringAreaM2,
  type MultiPolygonCoordinates,
  type PolygonCoordinates,
  type Ring,
} from "#geo/polygon.ts";
import { roundPosition } from "#geo/position.ts";
import { voronoiCells } from "#geo/voronoi.ts";
import { districtSeeds } from "./base-map/districts.ts";
import { landToAdd, waterToCut } from "./base-map/repairs.ts";
import { thinRing } from "./base-map/thin.ts";

/** Zealand and Scania: enough land around the city that no zoom level of the map ends in an edge. */
const COUNTRY: Bbox = [11.4, 55.1, 13.8, 56.3];
/** Where the coast keeps its detail. */
const CITY: Bbox = [12.4, 55.57, 12.7, 55.76];
const SMALLEST_ISLAND_M2 = 20_000;
const SMALLEST_PART_M2 = 10_000;

function boxPolygon([west, south, east, north]: Bbox): PolygonCoordinates {
  return [[[west, south], [east, south], [east, north], [west, north], [west, south]]]; // prettier-ignore
}

/** Every outer ring of the source; its holes are scars of the tiling, not lakes. */
function sourceLand(): MultiPolygonCoordinates {
  const load = createRequire(import.meta.url)("@geo-maps/earth-lands-1m") as () => GeometryCollection;
  return load().geometries.flatMap((geometry) => {
    if (geometry.type !== "MultiPolygon") return [];
    return geometry.coordinates.map((polygon) => [polygon[0] as Ring]).filter(reachesCountry);
  });
}

function reachesCountry([outer]: PolygonCoordinates): boolean {
  return outer!.some(
    ([lon, lat]) => lon > COUNTRY[0] && lon < COUNTRY[2] && lat > COUNTRY[1] && lat < COUNTRY[3],
  );
}

function buildLand(): MultiPolygonCoordinates {
  const clipped = polygonClipping.intersection(sourceLand(), boxPolygon(COUNTRY));
  const mended = polygonClipping.union(clipped, landToAdd).map(([outer]): PolygonCoordinates => [outer!]);
  return polygonClipping
    .difference(mended, waterToCut)
    .filter((polygon) => polygonAreaM2(polygon) >= SMALLEST_ISLAND_M2)
    .map((polygon) => polygon.filter(isWorthDrawing).map((ring) => thinRing(ring, CITY)));
}

/** Drops the seams that joining leaves as holes without width. */
function isWorthDrawing(ring: Ring): boolean {
  return ringAreaM2(ring) >= SMALLEST_PART_M2;
}

function buildDistricts(land: MultiPolygonCoordinates) {
  const seeds = districtSeeds.flatMap(({ code, label, places }) =>
    [label, ...places].map((place) => ({ code, place })),
  );
  const places = seeds.map(({ place }) => place);
  // to a tenth of a millimetre, so that neighbours meet in the same corners and leave no seam
  const cells = voronoiCells(places, CITY).map((ring) => ring.map((corner) => roundPosition(corner, 9)));
  return districtSeeds.map(({ code, name, label }) => {
    const own = cells
      .filter((_, index) => seeds[index]!.code === code)
      .map((ring): PolygonCoordinates => [ring]);
    const outline = polygonClipping
      .intersection(polygonClipping.union(own), municipality, land)
      .filter((polygon) => polygonAreaM2(polygon) >= SMALLEST_PART_M2)
      .map((polygon) => polygon.filter(isWorthDrawing).map((ring) => thinRing(ring, CITY)));
    return { code, name, label, outline: written(outline) };
  });
}

/** Each ring as one line of text: a third of the size of nested lists, and read back by `parseRing`. */
function written(polygons: MultiPolygonCoordinates): string[][] {
  return polygons.map((rings) => rings.map((ring) => ring.slice(0, -1).join(" ")));
}

async function keep(name: string, content: object): Promise<void> {
  const file = new URL(`../geo/base/${name}`, import.meta.url);
  const text = await format(JSON.stringify(content), { parser: "json", printWidth: 110 });
  writeFileSync(file, text);
  console.log(`${name}: ${text.length} bytes`);
}

const land = buildLand();
await keep("land.json", {
  attribution: "© OpenStreetMap contributors",
  licence: "ODbL 1.0",
  land: written(land),
});
await keep("districts.json", {
  note: "Approximate: drawn around known places, not the official boundaries.",
  districts: buildDistricts(land),
});
