import { looksLikeBbrBuilding, type BuildingFormat } from "./format.ts";

/** A file download as JSON: a list, one building a line, or a list under the entity's name. */
export const fileDownload: BuildingFormat = {
  name: "file-download-json",
  kind: "buildings",
  recognises: ({ path, fields }) => path !== "csv" && looksLikeBbrBuilding(fields),
  // A file of several entities has floors and units in lists of their own: what has no building fields is not one.
  open: ({ fields }) => (looksLikeBbrBuilding(fields) ? { fields } : null),
};
