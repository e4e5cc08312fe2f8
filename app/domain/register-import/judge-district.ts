import type { DistrictRecord } from "./building-record.ts";
import { foldFields } from "./fold-field-name.ts";
import type { Verdict } from "./judge-building.ts";
import { readGeometry } from "./read-place.ts";
import { readText } from "./read-value.ts";
import type { RefusalReason } from "./reasons.ts";

/** Names that files give a district's number and name, the most telling first. */
const codeFields = ["bydelnr", "kode", "code", "districtcode"];
const nameFields = ["navn", "name", "bydel"];

const firstOf = (fields: Readonly<Record<string, unknown>>, names: string[]): string | null =>
  names.map((name) => readText(fields[name])).find((text) => text !== null) ?? null;

/** Judges one feature of a file of districts: it needs a number, a name and an area. */
export function judgeDistrict(
  properties: Readonly<Record<string, unknown>>,
  geometry: unknown,
  row: number,
): Verdict<DistrictRecord> {
  const refuse = (field: string, reason: RefusalReason): Verdict<never> => ({
    kind: "refused",
    refusal: { row, field, reason },
  });
  const fields = foldFields(properties);
  const code = firstOf(fields, codeFields);
  if (code === null) return refuse("bydel_nr", "codeMissing");
  const name = firstOf(fields, nameFields);
  if (name === null) return refuse("navn", "nameMissing");
  const drawn = readGeometry(geometry);
  if (!drawn.ok) return refuse("geometry", drawn.reason);
  const { outline } = drawn.value;
  if (!outline) return refuse("geometry", "wrongGeometry");
  return { kind: "taken", record: { row, code, name, outline }, notes: [] };
}

/** Whether the properties are a district's: by a district's own number, or a code and a name without a building's id. */
export function looksLikeDistrict(properties: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(foldFields(properties));
  return names.includes("bydelnr") || names.includes("districtcode");
}
