import { isRecord, looksLikeBbrBuilding, type BuildingFormat } from "./format.ts";

const nodeOf = (fields: Readonly<Record<string, unknown>>) =>
  isRecord(fields["node"]) ? fields["node"] : fields;

/** What the GraphQL service answers: `data.BBR_Bygning.nodes`, or `edges` that each hold a `node`. */
export const datafordelerGraphql: BuildingFormat = {
  name: "datafordeler-graphql",
  kind: "buildings",
  recognises: ({ path, fields }) => /(^|\.)(nodes|edges)$/.test(path) && looksLikeBbrBuilding(nodeOf(fields)),
  open: ({ path, fields }) => (/(^|\.)(nodes|edges)$/.test(path) ? { fields: nodeOf(fields) } : null),
};
