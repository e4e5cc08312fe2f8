import { isId } from "../id.ts";
import type { BuildingOrigin } from "./building-record.ts";
import type { FoldedFields } from "./fold-field-name.ts";
import { readText } from "./read-value.ts";

/** What extracts call each thing, folded; the first that says something counts. */
const names = {
  bfeNumber: ["bfenummer", "bfe", "bfenr", "samletfastejendom"],
  buildingNumber: ["byg007"],
  groundId: ["grund"],
  darId: ["husnummer", "adgangsadresseid"],
  street: ["vejnavn", "adresseringsvejnavn"],
  houseNumber: ["husnr", "husnummertekst"],
  postcode: ["postnr", "postnummer"],
  town: ["postnrnavn", "postdistrikt", "by"],
  name: ["bygningsnavn", "navn"],
} as const satisfies Record<keyof BuildingOrigin, readonly string[]>;

/** Every field that is looked at, folded. */
export const originFields: readonly string[] = Object.values(names).flat();

/**
 * Reads whose a building is and where it is addressed. Nothing of it refuses a row: what cannot be read is not said, and
 * a person is asked. Datafordeler's `husnummer` is a reference; where it is plain text instead ("12A"), it is the number.
 * @example judgeOrigin({ vejnavn: "Testvej", husnr: "012A", postnr: "2200" }).houseNumber // "12A"
 */
export function judgeOrigin(fields: FoldedFields): BuildingOrigin {
  const text = (key: keyof BuildingOrigin): string | null =>
    names[key].map((name) => readText(fields[name])).find((value) => value !== null) ?? null;
  const reference = (key: keyof BuildingOrigin): string | null => {
    const id = text(key);
    return isId(id) ? id.toLowerCase() : null;
  };
  const house = text("houseNumber") ?? (reference("darId") ? null : text("darId"));
  return {
    bfeNumber: readBfe(text("bfeNumber")),
    buildingNumber: whole(text("buildingNumber"), 99_999),
    ...{ groundId: reference("groundId"), darId: reference("darId") },
    street: text("street")?.slice(0, 120) ?? null,
    houseNumber: house?.replace(/^0+(?=\d)/, "").slice(0, 20) ?? null,
    postcode: /^\d{4}$/.test(text("postcode") ?? "") ? text("postcode") : null,
    town: text("town")?.slice(0, 120) ?? null,
    name: text("name")?.slice(0, 200) ?? null,
  };
}

/** A BFE number has at most ten digits and is never zero. @example readBfe("100 200") // 100200; "A1" gives null */
export const readBfe = (text: string | null): number | null =>
  whole(text?.replaceAll(/[\s.]/g, "") ?? null, 9_999_999_999);

function whole(text: string | null, most: number): number | null {
  if (text === null || !/^\d{1,10}$/.test(text)) return null;
  const number = Number(text);
  return number > 0 && number <= most ? number : null;
}
