import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { readFeature, readFeatureCollection, readGeometry } from "#geo/geojson.ts";

const ring = [[12, 55], [13, 55], [13, 56], [12, 55]]; // prettier-ignore
const collection = (features: unknown[], more: object = {}) => ({
  type: "FeatureCollection",
  features,
  ...more,
});
const feature = (geometry: unknown, more: object = {}) => ({
  type: "Feature",
  properties: {},
  geometry,
  ...more,
});

describe("a GeoJSON geometry", () => {
  it.each([
    { type: "Point", coordinates: [12.585, 55.678] },
    { type: "Polygon", coordinates: [ring] },
    { type: "MultiPolygon", coordinates: [[ring], [ring]] },
  ])("of the type $type is taken as it stands", (geometry) => {
    expect(readGeometry(geometry)).toEqual({ ok: true, value: geometry });
  });

  it("loses its height", () => {
    const read = readGeometry({ type: "Point", coordinates: [12.585, 55.678, 7.5] });
    expect(read).toEqual({ ok: true, value: { type: "Point", coordinates: [12.585, 55.678] } });
  });

  it.each([
    [null, "not-an-object", "geometry"],
    [[], "not-an-object", "geometry"],
    [{}, "unknown-type", "geometry.type"],
    [{ type: "LineString", coordinates: [] }, "unsupported-geometry", "geometry.type"],
    [{ type: "Point" }, "coordinates-missing", "geometry.coordinates"],
    [{ type: "Point", coordinates: ["12", "55"] }, "coordinates-missing", "geometry.coordinates"],
    [{ type: "Point", coordinates: [55.678, 255] }, "coordinates-out-of-range", "geometry.coordinates"],
    [{ type: "Polygon", coordinates: [] }, "empty-geometry", "geometry.coordinates"],
    [{ type: "Polygon", coordinates: [ring.slice(1)] }, "ring-too-short", "geometry.coordinates[0]"],
    [
      { type: "Polygon", coordinates: [ring, [...ring, [1, 1]]] },
      "ring-not-closed",
      "geometry.coordinates[1]",
    ],
    [
      { type: "MultiPolygon", coordinates: [[ring], [[[12]]]] },
      "coordinates-missing",
      "geometry.coordinates[1][0][0]",
    ],
  ])("%j is refused: %s at %s", (input, refusal, at) => {
    expect(readGeometry(input)).toEqual({ ok: false, refusal, at });
  });
});

describe("a GeoJSON feature", () => {
  it("keeps its id and its properties", () => {
    expect(readFeature(feature(null, { id: 7, properties: { navn: "Skole" } }))).toEqual({
      ok: true,
      value: { id: 7, properties: { navn: "Skole" }, geometry: null },
    });
  });

  it("may lack properties and a geometry, but not its type", () => {
    expect(readFeature({ type: "Feature" })).toEqual({
      ok: true,
      value: { id: null, properties: {}, geometry: null },
    });
    expect(readFeature({ type: "Point", coordinates: [12, 55] })).toMatchObject({
      ok: false,
      refusal: "unknown-type",
    });
    expect(readFeature(feature(null, { properties: [1] }))).toMatchObject({
      ok: false,
      at: "feature.properties",
    });
  });
});

describe("a GeoJSON feature collection", () => {
  it("gives every feature its own outcome and place", () => {
    const good = feature({ type: "Point", coordinates: [12.585, 55.678] });
    const bad = feature({ type: "Point", coordinates: [12.585] });
    const read = readFeatureCollection(collection([good, bad, 3, good]));
    expect(read.ok && read.value.map((row) => (row.ok ? "taken" : `${row.refusal} at ${row.at}`))).toEqual([
      "taken",
      "coordinates-missing at features[1].geometry.coordinates",
      "not-an-object at features[2]",
      "taken",
    ]);
  });

  it("is brought from EPSG:25832 to WGS84 where it says so", () => {
    const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::25832" } };
    const point = feature({ type: "Point", coordinates: [725398.75, 6176061.73] });
    const read = readFeatureCollection(collection([point], { crs }));
    const row = read.ok ? read.value[0] : undefined;
    const coordinates =
      row?.ok && row.value.geometry?.type === "Point" ? row.value.geometry.coordinates : [0, 0];
    expect(coordinates[0]).toBeCloseTo(12.58512, 5);
    expect(coordinates[1]).toBeCloseTo(55.67793, 5);
  });

  it.each([
    [collection([], { crs: { type: "name", properties: { name: "EPSG:3857" } } }), "unsupported-crs"],
    [collection([], { crs: { type: "link" } }), "not-an-object"],
    [{ type: "FeatureCollection" }, "not-an-object"],
    [{ type: "Topology", objects: {} }, "unknown-type"],
    ["text", "not-an-object"],
  ])("%j is refused: %s", (input, refusal) => {
    expect(readFeatureCollection(input)).toMatchObject({ ok: false, refusal });
  });

  it("is never thrown over, whatever it holds", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => void readFeatureCollection(collection([value, feature(value)]))),
    );
  });
});
