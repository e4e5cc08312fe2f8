import { looksLikeBbrBuilding, type BuildingFormat } from "./format.ts";

/** A table of buildings: a file download as CSV, or an extract that has been through a spreadsheet. */
export const csvTable: BuildingFormat = {
  name: "csv",
  kind: "buildings",
  recognises: ({ path, fields }) => path === "csv" && looksLikeBbrBuilding(fields),
  open: ({ fields }) => ({ fields }),
};
