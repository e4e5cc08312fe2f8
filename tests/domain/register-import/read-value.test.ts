import { expect, test } from "vitest";
import { foldFieldName } from "#domain/register-import/fold-field-name.ts";
import {
  readArea,
  readCode,
  readInstant,
  readStoreys,
  readYear,
} from "#domain/register-import/read-value.ts";

const value = (reading: { ok: true; value: unknown } | { ok: false; reason: string }) =>
  reading.ok ? reading.value : reading.reason;

test("REST, GraphQL and a spreadsheet's capitals name one field", () => {
  const names = [
    "byg026Opførelsesår",
    "byg026Opfoerelsesaar",
    "BYG026OPFØRELSESÅR",
    "byg026Opfo\u0308relsesår",
  ];
  expect(new Set(names.map(foldFieldName))).toEqual(new Set(["byg026"]));
  expect(foldFieldName("id_lokalId")).toBe(foldFieldName("ID_LOKALID"));
});

test("an area is read with a decimal comma or point, and refused where it is none", () => {
  const read = (text: unknown) => value(readArea(text, { isZeroUnknown: false }));
  expect([read("1250,55"), read("1250.55"), read(12), read("0"), read("")]).toEqual([
    1250.55,
    1250.55,
    12,
    0,
    null,
  ]);
  expect([read("12 m²"), read("-1"), read("99999999999"), read("1e3")]).toEqual([
    "notANumber",
    "negative",
    "tooLarge",
    "notANumber",
  ]);
  expect(value(readArea("0", { isZeroUnknown: true }))).toBeNull();
});

test("years below 1500 and no storeys stand for unknown", () => {
  expect([0, 1000, 1499, 1500, "1951"].map((year) => value(readYear(year, 2026)))).toEqual([
    null,
    null,
    null,
    1500,
    1951,
  ]);
  expect([
    value(readYear(2099, 2026)),
    value(readYear("19x", 2026)),
    value(readYear("1951,5", 2026)),
  ]).toEqual(["yearInFuture", "notANumber", "notWhole"]);
  expect([0, 3, 900].map((storeys) => value(readStoreys(storeys)))).toEqual([null, 3, "tooLarge"]);
});

test("a code is the same with and without leading zeroes, and has to be on the list", () => {
  const known = new Set(["5"]);
  expect(["5", 5, "05", " ", "6"].map((code) => value(readCode(code, known)))).toEqual([
    "5",
    "5",
    "5",
    null,
    "unknownCode",
  ]);
});

test("a time is an instant or refused", () => {
  expect(value(readInstant("2018-08-03T12:02:15.571481+02:00"))).toBe(Date.parse("2018-08-03T10:02:15.571Z"));
  expect(value(readInstant("3/8/2018"))).toBe("badTime");
});
