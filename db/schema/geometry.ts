import { customType } from "drizzle-orm/pg-core";

/**
 * Geometry columns in WGS84. They are written and measured in SQL (`ST_SetSRID(ST_MakePoint(lon, lat), 4326)`,
 * `ST_Area(ST_Transform(…, 25832))`) and read through `ST_AsGeoJSON`; the type here only names them, with their system,
 * because the built-in one drops the SRID.
 */
const geometryWgs84 = (shape: string) =>
  customType<{ data: string; driverData: string }>({ dataType: () => `geometry(${shape}, 4326)` });

export const pointWgs84 = geometryWgs84("Point");
export const multiPolygonWgs84 = geometryWgs84("MultiPolygon");
