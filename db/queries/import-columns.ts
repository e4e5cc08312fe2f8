import { sql, type SQL } from "drizzle-orm";
import type { FactName } from "#domain/register-import/building-record.ts";

/** Where `building_version` keeps each fact, and as what. */
export const factColumns: [fact: FactName, column: string, type: string][] = [
  ["useCode", "use_code", "text"],
  ["bbrStatus", "bbr_status", "text"],
  ["builtYear", "built_year", "smallint"],
  ["rebuiltYear", "rebuilt_year", "smallint"],
  ["grossAreaM2", "gross_area_m2", "numeric"],
  ["housingAreaM2", "housing_area_m2", "numeric"],
  ["businessAreaM2", "business_area_m2", "numeric"],
  ["footprintAreaM2", "footprint_area_m2", "numeric"],
  ["storeys", "storeys", "smallint"],
  ["wallCode", "wall_code", "text"],
  ["roofCode", "roof_code", "text"],
  ["heatingCode", "heating_code", "text"],
  ["heatingMediumCode", "heating_medium_code", "text"],
  ["isListed", "is_listed", "boolean"],
  ["preservationCode", "preservation_code", "text"],
];

/** A list of rows handed to a statement as one parameter, to be unpacked by jsonb_to_recordset. */
export const rowsParameter = (rows: unknown[]): SQL => sql`${JSON.stringify(rows)}::text::jsonb`;

/** `prefix.use_code, prefix.bbr_status, …` in the order of `factColumns`. */
export const factList = (prefix = ""): SQL =>
  sql.raw(factColumns.map(([, column]) => `${prefix}${column}`).join(", "));
