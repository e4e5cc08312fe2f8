import { parseCrsName, type Srid } from "./crs.ts";
import { checkGeometry, type Geometry } from "./geometry.ts";
import { reading, Unreadable, type Reading } from "./reading.ts";

/** A feature as a register needs it: its own id if it has one, its properties as they came, its geometry in WGS84. */
export type GeoFeature = {
  id: string | number | null;
  properties: Record<string, unknown>;
  geometry: Geometry | null;
};

/** Reads a GeoJSON geometry: Point, Polygon or MultiPolygon (RFC 7946), in WGS84 or EPSG:25832.
 *  @example readGeometry({ type: "Point", coordinates: [12.585, 55.678] }) // { ok: true, value: { type: "Point", … } } */
export function readGeometry(input: unknown, srid?: Srid, at = "geometry"): Reading<Geometry> {
  return reading(() => geometryFrom(input, srid, at));
}

/** Reads one GeoJSON Feature. A geometry of null is allowed, as the standard has it: a building without a place.
 *  @example readFeature({ type: "Feature", properties: {}, geometry: null }) // { ok: true, value: { geometry: null, … } } */
export function readFeature(input: unknown, srid?: Srid, at = "feature"): Reading<GeoFeature> {
  return reading(() => {
    const { type, id, properties, geometry } = objectFrom(input, at);
    if (type !== "Feature") throw new Unreadable("unknown-type", `${at}.type`);
    return {
      id: typeof id === "string" || typeof id === "number" ? id : null,
      properties:
        properties === null || properties === undefined ? {} : objectFrom(properties, `${at}.properties`),
      geometry:
        geometry === null || geometry === undefined ? null : geometryFrom(geometry, srid, `${at}.geometry`),
    };
  });
}

/** Reads a GeoJSON FeatureCollection, each feature with an outcome of its own, so that one bad row does not hide the
 *  others. The old `crs` member (GeoJSON 2008) is understood for WGS84 and EPSG:25832 and refused for the rest.
 *  @example readFeatureCollection({ type: "FeatureCollection", features: [] }) // { ok: true, value: [] } */
export function readFeatureCollection(input: unknown): Reading<Reading<GeoFeature>[]> {
  return reading(() => {
    const { type, crs, features } = objectFrom(input, "");
    if (type !== "FeatureCollection") throw new Unreadable("unknown-type", "type");
    if (!Array.isArray(features)) throw new Unreadable("not-an-object", "features");
    const srid = sridFrom(crs);
    return features.map((feature: unknown, index) => readFeature(feature, srid, `features[${index}]`));
  });
}

function geometryFrom(input: unknown, srid: Srid | undefined, at: string): Geometry {
  const { type, coordinates } = objectFrom(input, at);
  if (type === "Point" || type === "Polygon" || type === "MultiPolygon") {
    return checkGeometry(type, coordinates, srid, `${at}.coordinates`);
  }
  const isGeometry = typeof type === "string" && OTHER_GEOMETRIES.has(type);
  throw new Unreadable(isGeometry ? "unsupported-geometry" : "unknown-type", `${at}.type`);
}

const OTHER_GEOMETRIES = new Set(["MultiPoint", "LineString", "MultiLineString", "GeometryCollection"]);

function sridFrom(crs: unknown): Srid | undefined {
  if (crs === undefined || crs === null) return undefined;
  const { name } = objectFrom(objectFrom(crs, "crs").properties, "crs.properties");
  const srid = typeof name === "string" ? parseCrsName(name) : null;
  if (!srid) throw new Unreadable("unsupported-crs", "crs.properties.name");
  return srid;
}

function objectFrom(input: unknown, at: string): Record<string, unknown> {
  if (typeof input !== "object" || input === null || Array.isArray(input))
    throw new Unreadable("not-an-object", at);
  return input as Record<string, unknown>;
}
