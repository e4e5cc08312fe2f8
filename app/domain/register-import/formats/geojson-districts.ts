import { looksLikeDistrict } from "../judge-district.ts";
import { isRecord, type DistrictFormat } from "./format.ts";

/** GeoJSON of a city's districts (bydele): a number, a name and an area each. */
export const geojsonDistricts: DistrictFormat = {
  name: "geojson-districts",
  kind: "districts",
  recognises: ({ fields }) =>
    fields["type"] === "Feature" && isRecord(fields["properties"]) && looksLikeDistrict(fields["properties"]),
  open: ({ fields }) =>
    fields["type"] === "Feature" && isRecord(fields["properties"])
      ? { properties: fields["properties"], geometry: fields["geometry"] ?? null }
      : null,
};
