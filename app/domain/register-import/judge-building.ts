import { isId } from "../id.ts";
import { foldFields, type FoldedFields } from "./fold-field-name.ts";
import { judgeFacts } from "./judge-facts.ts";
import { judgeOrigin } from "./judge-origin.ts";
import { judgePlace } from "./judge-place.ts";
import { judgeTime } from "./judge-time.ts";
import { statusMeanings } from "./bbr-codes.ts";
import type { ImportContext } from "./import-context.ts";
import type { BuildingRecord } from "./building-record.ts";
import type { IgnoreReason, Note, Refusal, RefusalReason } from "./reasons.ts";
import { readCode, readText } from "./read-value.ts";

/** A building of a file before it is judged: its fields under whatever names, and a GeoJSON geometry if it has one. */
export interface RawBuilding {
  fields: Readonly<Record<string, unknown>>;
  /** Undefined where the kind of file has none. */
  geometry?: unknown;
  /** An id that stands outside the fields, as GeoJSON allows. */
  outerId?: unknown;
}

export type Verdict<T> =
  | { kind: "taken"; record: T; notes: Note[] }
  | { kind: "ignored"; reason: IgnoreReason }
  | { kind: "refused"; refusal: Refusal };

/**
 * Judges one row of a register of buildings: taken with what it says, left out because BBR itself no longer or not yet
 * means it, or refused with the field and the reason. What is not ours is left out before it is looked at closely.
 */
export function judgeBuilding(
  raw: RawBuilding,
  row: number,
  context: ImportContext,
): Verdict<BuildingRecord> {
  const fields = foldFields(raw.fields);
  const refuse = (field: string, reason: RefusalReason, value?: unknown): Verdict<never> => ({
    kind: "refused",
    refusal: { row, field, reason, ...(readText(value) ? { value: readText(value)!.slice(0, 60) } : {}) },
  });
  if (fields["columncount"] !== undefined) return refuse("", "columnCount", fields["columncount"]);
  if (isOtherEntity(fields)) return { kind: "ignored", reason: "otherEntity" };
  const time = judgeTime(fields, context.now);
  if (time.kind === "refused") return refuse(time.field, "badTime", time.value);
  if (time.kind === "ignored") return time;
  const municipality = municipalityOf(fields);
  if (!isWanted(municipality, context)) return { kind: "ignored", reason: "otherMunicipality" };
  const status = judgeStatus(fields);
  if (status.kind === "refused") return refuse("status", "unknownStatus", fields["status"]);
  if (status.kind === "ignored") return status;
  const id = idOf(fields, raw.outerId);
  if (id === null) return refuse("id_lokalId", "idMissing");
  if (!isId(id)) return refuse("id_lokalId", "idNotUuid", id);
  const facts = judgeFacts(fields, status.code, context);
  if (!facts.ok) return refuse(facts.field, facts.reason, facts.value);
  const place = judgePlace(fields["byg404"], raw.geometry);
  if (!place.ok) return refuse(place.field, place.reason, place.value);
  const record: BuildingRecord = {
    ...{ row, bbrId: id.toLowerCase(), municipalityCode: municipality, facts: facts.facts },
    ...{ origin: judgeOrigin(fields), position: place.position, footprint: place.footprint },
    placeField: raw.geometry === undefined ? "byg404Koordinat" : "geometry",
  };
  return { kind: "taken", record, notes: [...status.notes, ...facts.notes] };
}

/** Files that hold several entities name them: floors and units have ids of their own that are not buildings'. */
export const isOtherEntity = (fields: FoldedFields): boolean =>
  /bbr\/(?!bygning$)\w+$/i.test(readText(fields["idnamespace"]) ?? "");

const idOf = (fields: FoldedFields, outerId: unknown): string | null =>
  readText(fields["idlokalid"]) ??
  readText(fields["bbrid"]) ??
  readText(fields["bygningid"]) ??
  (isId(readText(outerId)) ? readText(outerId) : null);

/** Spreadsheets drop the leading zero of 0101. */
const municipalityOf = (fields: FoldedFields): string | null =>
  readText(fields["kommunekode"])?.padStart(4, "0") ?? null;

const isWanted = (code: string | null, { municipality }: ImportContext): boolean =>
  municipality === "any" || code === null || code === municipality;

type StatusVerdict =
  | { kind: "taken"; code: string | null; notes: Note[] }
  | { kind: "ignored"; reason: IgnoreReason }
  | { kind: "refused" };

function judgeStatus(fields: FoldedFields): StatusVerdict {
  if (readText(fields["oisajour"])?.toUpperCase() === "D") return { kind: "ignored", reason: "deleted" };
  const status = readCode(fields["status"], { has: (code) => Object.hasOwn(statusMeanings, code) });
  if (!status.ok) return { kind: "refused" };
  const meaning = status.value === null ? "current" : statusMeanings[status.value]!;
  if (meaning === "current") return { kind: "taken", code: status.value, notes: [] };
  if (meaning === "underConstruction")
    return { kind: "taken", code: status.value, notes: ["underConstruction"] };
  return { kind: "ignored", reason: meaning };
}
