import { looksLikeBbrBuilding, type BuildingFormat } from "./format.ts";

/** A file of several entities has the others in lists of their own, named for them. */
const otherLists =
  /(^|\.)(BBR_)?(etage|enhed|opgang|grund|ejendomsrelation|fordeling|teknisk|sag|bbrsag)\w*$/i;

/** A file download as JSON: a list, one building a line, or a list under the entity's name. */
export const fileDownload: BuildingFormat = {
  name: "file-download-json",
  kind: "buildings",
  recognises: ({ path, fields }) => path !== "csv" && looksLikeBbrBuilding(fields),
  open: ({ path, fields }) => (otherLists.test(path) ? null : { fields }),
};
