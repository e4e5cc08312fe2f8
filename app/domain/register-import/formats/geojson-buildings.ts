import { isId } from "../../id.ts";
import { isRecord, type BuildingFormat } from "./format.ts";

const idNames = /^(id_?lokal_?id|bbr_?id|bygning_?id)$/i;

/** GeoJSON of buildings by BBR id: points are positions, polygons are footprints; BBR's own fields are read if there. */
export const geojsonBuildings: BuildingFormat = {
  name: "geojson-buildings",
  kind: "buildings",
  recognises: ({ fields }) =>
    fields["type"] === "Feature" &&
    ((isRecord(fields["properties"]) &&
      Object.keys(fields["properties"]).some((name) => idNames.test(name))) ||
      (typeof fields["id"] === "string" && isId(fields["id"]))),
  open: ({ fields }) =>
    fields["type"] === "Feature"
      ? {
          fields: isRecord(fields["properties"]) ? fields["properties"] : {},
          geometry: fields["geometry"] ?? null,
          outerId: fields["id"],
        }
      : null,
};
