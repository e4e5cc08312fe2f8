import { isPosition, roundPosition, type Position } from "#geo/position.ts";
import { buildingUseOf } from "../building-use.ts";
import { parseDay, yearOf, type Day } from "../day-count.ts";
import { isId } from "../id.ts";
import { tenures } from "../portfolio-row.ts";
import { readBfe } from "../register-import/judge-origin.ts";
import { readArea, readStoreys, readYear, type Reading } from "../register-import/read-value.ts";
import type { Corrections, StagedChoices } from "./plan-confirmation.ts";
import type { PostalAddress } from "./staged-row.ts";

/** What is wrong with a field of the form. */
export type StagedFieldFault =
  | "tenureMissing"
  | "fromWrong"
  | "fromInFuture"
  | "bfeWrong"
  | "addressPart"
  | "postcodeWrong"
  | "administrationWrong"
  | "useWrong"
  | "areaWrong"
  | "heldAboveGross"
  | "storeysWrong"
  | "yearWrong"
  | "positionWrong";

export type StagedFaults = Partial<Record<string, StagedFieldFault>>;
export type StagedTyped = Record<string, string>;

/**
 * Reads what a person typed about rows that are ours. `isOne` for the form of a single row, where the facts themselves
 * can be corrected. Every field that cannot be read is named.
 * @example readStagedForm({ tenure: "owned", bfe: "abc" }, { today: "2026-11-20", isOne: false }).faults // { bfe: "bfeWrong" }
 */
export function readStagedForm(
  typed: StagedTyped,
  { today, isOne }: { today: Day; isOne: boolean },
): { choices: StagedChoices | null; faults: StagedFaults } {
  const faults: StagedFaults = {};
  const text = (name: string): string => (typed[name] ?? "").trim();
  const tenure = tenures.find((one) => one === text("tenure"));
  if (!tenure) faults["tenure"] = "tenureMissing";
  const from = text("from") ? parseDay(text("from")) : today;
  if (!from) faults["from"] = "fromWrong";
  else if (from > today) faults["from"] = "fromInFuture";
  const bfeNumber = readBfe(text("bfe") || null);
  if (text("bfe") && bfeNumber === null) faults["bfe"] = "bfeWrong";
  const administrationId = text("administrationId") || null;
  if (administrationId && !isId(administrationId)) faults["administrationId"] = "administrationWrong";
  const address = readAddress(text, faults);
  const corrections = isOne ? readCorrections(text, yearOf(today), faults) : null;
  if (!tenure || !from || Object.keys(faults).length > 0) return { choices: null, faults };
  return { choices: { tenure, from, administrationId, bfeNumber, address, corrections }, faults };
}

/** All four parts of an address, or none of them. */
function readAddress(text: (name: string) => string, faults: StagedFaults): PostalAddress | null {
  const parts = ["street", "houseNumber", "postcode", "town"] as const;
  const address = {
    ...{ street: text("street").slice(0, 120), houseNumber: text("houseNumber").slice(0, 20) },
    ...{ postcode: text("postcode"), town: text("town").slice(0, 120) },
  };
  if (parts.every((part) => address[part] === "")) return null;
  for (const part of parts) if (address[part] === "") faults[part] = "addressPart";
  if (address.postcode && !/^\d{4}$/.test(address.postcode)) faults["postcode"] = "postcodeWrong";
  return address;
}

function readCorrections(
  text: (name: string) => string,
  thisYear: number,
  faults: StagedFaults,
): Corrections {
  const read = <T>(name: string, fault: StagedFieldFault, reading: Reading<T>): T | null => {
    if (!reading.ok) faults[name] = fault;
    return reading.ok ? reading.value : null;
  };
  const area = (name: string) => read(name, "areaWrong", readArea(text(name), { isZeroUnknown: true }));
  const useCode = text("useCode") || null;
  if (useCode && !buildingUseOf(useCode)) faults["useCode"] = "useWrong";
  const [grossAreaM2, heldAreaM2] = [area("grossArea"), area("heldArea")];
  if (grossAreaM2 !== null && heldAreaM2 !== null && heldAreaM2 > grossAreaM2)
    faults["heldArea"] = "heldAboveGross";
  return {
    ...{ name: text("name").slice(0, 200) || null, useCode, grossAreaM2, heldAreaM2 },
    storeys: read("storeys", "storeysWrong", readStoreys(text("storeys"))),
    builtYear: read("builtYear", "yearWrong", readYear(text("builtYear"), thisYear)),
    position: readPosition(text, faults),
    positionExcuse: text("positionExcuse").slice(0, 200) || null,
  };
}

function readPosition(text: (name: string) => string, faults: StagedFaults): Position | null {
  const [latitude, longitude] = [text("latitude"), text("longitude")];
  if (!latitude && !longitude) return null;
  const position = [longitude, latitude].map((degrees) =>
    /^-?\d+([.,]\d+)?$/.test(degrees) ? Number(degrees.replace(",", ".")) : Number.NaN,
  );
  if (isPosition(position)) return roundPosition(position, 7);
  faults["latitude"] = "positionWrong";
  return null;
}
