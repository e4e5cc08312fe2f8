import { looksLikeBbrBuilding, type BuildingFormat } from "./format.ts";

/** What the REST service answered: one list of buildings, æ, ø and å in the names, empty fields left out. */
export const datafordelerRest: BuildingFormat = {
  name: "datafordeler-rest",
  kind: "buildings",
  recognises: ({ path, fields }) =>
    path === "" && looksLikeBbrBuilding(fields) && Object.keys(fields).some((name) => /[æøå]/i.test(name)),
  open: ({ fields }) => ({ fields }),
};
