import { yearOf } from "../day.ts";
import { bbrCodes, listedCodes } from "./bbr-codes.ts";
import type { BuildingFacts, FactName } from "./building-record.ts";
import type { FoldedFields } from "./fold-field-name.ts";
import { originFields } from "./judge-origin.ts";
import type { ImportContext } from "./import-context.ts";
import type { Note, RefusalReason } from "./reasons.ts";
import { readArea, readCode, readStoreys, readText, readYear, type Reading } from "./read-value.ts";

type Reader = (value: unknown, context: ImportContext) => Reading<string | number | boolean>;

const year: Reader = (value, { today }) => readYear(value, yearOf(today));
const area: Reader = (value) => readArea(value, { isZeroUnknown: false });
const wholeArea: Reader = (value) => readArea(value, { isZeroUnknown: true });

/** Which field of BBR says what, under its GraphQL name (REST and files differ only in æ, ø and å), and how it is read.
 *  A building without any area or footprint does not exist: there zero means unknown. */
const factFields: [Exclude<FactName, "bbrStatus">, name: string, Reader][] = [
  ["useCode", "byg021BygningensAnvendelse", (value, { useCodes }) => readCode(value, useCodes)],
  ["builtYear", "byg026Opfoerelsesaar", year],
  ["rebuiltYear", "byg027OmTilbygningsaar", year],
  ["grossAreaM2", "byg038SamletBygningsareal", wholeArea],
  ["housingAreaM2", "byg039BygningensSamledeBoligAreal", area],
  ["businessAreaM2", "byg040BygningensSamledeErhvervsAreal", area],
  ["footprintAreaM2", "byg041BebyggetAreal", wholeArea],
  ["storeys", "byg054AntalEtager", readStoreys],
  ["wallCode", "byg032YdervaeggensMateriale", (value) => readCode(value, bbrCodes.wallCode)],
  ["roofCode", "byg033Tagdaekningsmateriale", (value) => readCode(value, bbrCodes.roofCode)],
  ["heatingCode", "byg056Varmeinstallation", (value) => readCode(value, bbrCodes.heatingCode)],
  ["heatingMediumCode", "byg057Opvarmningsmiddel", (value) => readCode(value, bbrCodes.heatingMediumCode)],
  ["isListed", "byg070Fredning", readListing],
  [
    "preservationCode",
    "byg071BevaringsvaerdighedReference",
    (value) => ({ ok: true, value: readText(value)?.slice(0, 100) ?? null }),
  ],
];

/** What sources call a building's id, folded. */
export const idFields: ReadonlySet<string> = new Set(["idlokalid", "bbrid", "bygningid"]);

/** Every field that an import looks at, folded, so that a reader of wide tables can leave the rest. */
export const relevantFields: ReadonlySet<string> = new Set([
  ...factFields.map(([, field]) => field.slice(0, 6)),
  ...idFields,
  ...originFields,
  ...["byg404", "idnamespace", "kommunekode", "status", "oisajour"],
  ...["virkningfra", "virkningtil", "registreringtil"],
]);

function readListing(value: unknown): Reading<boolean> {
  const code = readCode(value, bbrCodes.listing);
  if (!code.ok) return code;
  return { ok: true, value: code.value === null ? null : listedCodes.has(code.value) };
}

export type FactsVerdict =
  | { ok: true; facts: BuildingFacts; notes: Note[] }
  | { ok: false; field: string; reason: RefusalReason; value: unknown };

/** Reads all that BBR says of a building; the first field that cannot be read refuses the row. */
export function judgeFacts(
  fields: FoldedFields,
  bbrStatus: string | null,
  context: ImportContext,
): FactsVerdict {
  const facts: Record<string, unknown> = { bbrStatus };
  const notes: Note[] = [];
  for (const [fact, field, read] of factFields) {
    const value = fields[field.slice(0, 6)];
    const reading = read(value, context);
    if (!reading.ok) return { ok: false, field, reason: reading.reason, value };
    facts[fact] = reading.value;
    if (fact === "builtYear" && reading.value === null && readText(value) !== null)
      notes.push("placeholderYear");
  }
  const { useCode } = facts as unknown as BuildingFacts;
  if (useCode !== null && context.useCodes.get(useCode)?.isPhasedOut) notes.push("phasedOutUse");
  return { ok: true, facts: facts as unknown as BuildingFacts, notes };
}
