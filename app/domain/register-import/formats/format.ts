import type { RawBuilding } from "../judge-building.ts";

/** One record as it stood in a file: where (row, counted as people count), in which list of the file, and what. */
export interface RawRecord {
  row: number;
  /** "csv", or the names of the JSON lists around it: "", "features", "data.BBR_Bygning.nodes". */
  path: string;
  fields: Readonly<Record<string, unknown>>;
}

/** A kind of file. The first of the list that recognises a file's first record reads the whole file. */
interface FormatBase {
  name: string;
  recognises(first: RawRecord): boolean;
}

export interface BuildingFormat extends FormatBase {
  kind: "buildings";
  /** Takes a record apart; null where it is no record of buildings at all. */
  open(record: RawRecord): RawBuilding | null;
}

export interface DistrictFormat extends FormatBase {
  kind: "districts";
  open(record: RawRecord): { properties: Readonly<Record<string, unknown>>; geometry: unknown } | null;
}

export type Format = BuildingFormat | DistrictFormat;

/** Whether a record has what only BBR's buildings have: an id, and a numbered field or the entity's name. */
export function looksLikeBbrBuilding(fields: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(fields);
  const hasId = names.some((name) => /^(id_?lokal_?id|bbr_?id)$/i.test(name));
  const isNamed =
    typeof fields["id_namespace"] === "string" && fields["id_namespace"].endsWith("bbr/bygning");
  return hasId && (isNamed || names.some((name) => /^byg\d{3}/i.test(name)));
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
