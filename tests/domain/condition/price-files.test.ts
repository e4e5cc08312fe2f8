import { describe, expect, test } from "vitest";
import { readAssumption, shownValue } from "#domain/condition/assumption-value.ts";
import { readIndexFile } from "#domain/condition/index-file.ts";
import { readPriceList } from "#domain/condition/price-list-file.ts";
import { readNumber } from "#domain/condition/read-number.ts";

const types = [
  { code: "21", unit: "m²" },
  { code: "31", unit: "m²" },
  { code: "66", unit: "stk" },
] as const;
const head = ["Kode", "Bygningsdel", "Formål", "Navn", "Enhed", "Pris"];

describe("a price list", () => {
  test("is read in Danish and English, and names the elements that nothing replaces", () => {
    const danish = readPriceList([head, ["21-R", "21", "udbedring", "Omfugning", "m²", "1.650,50"]], types);
    const english = readPriceList(
      [
        ["code", "element", "purpose", "name", "name_en", "unit", "price"],
        ["66-U", "66", "replace", "Ny elevator", "New lift", "stk", "850000"],
      ],
      types,
    );
    expect(danish.lines).toEqual([
      {
        ...{
          code: "21-R",
          elementTypeCode: "21",
          purpose: "repair",
          nameDa: "Omfugning",
          nameEn: "Omfugning",
        },
        ...{ unit: "m²", unitPriceOre: 165_050 },
      },
    ]);
    expect(english.lines[0]).toMatchObject({ nameEn: "New lift", unitPriceOre: 85_000_000 });
    expect([danish.unpriced, english.unpriced]).toEqual([
      ["21", "31", "66"],
      ["21", "31"],
    ]);
  });

  test("says of every row what is wrong with it", () => {
    const good = ["21-U", "21", "udskiftning", "Ny mur", "m²", "3900"];
    const { faults, lines } = readPriceList(
      [
        head,
        good,
        ["", ...good.slice(1)],
        good,
        ["x", "99", ...good.slice(2)],
        ["y", "21", "maling", ...good.slice(3)],
        ["z", "21", "udskiftning", "", "m²", "10"],
        ["æ", "66", "udskiftning", "Elevator", "m²", "10"],
        ["ø", "21", "udskiftning", "Mur", "m²", ""],
        ["å", "21", "udskiftning", "Mur", "m²", "-5"],
        ["aa", "21", "udskiftning", "Mur", "m²", "dyrt"],
        ["bb", "21"],
      ],
      types,
    );
    expect(lines).toHaveLength(1);
    expect(faults.map(({ row, fault }) => [row, fault])).toEqual([
      [3, "noCode"],
      [4, "codeTwice"],
      [5, "unknownElement"],
      [6, "unknownPurpose"],
      [7, "noName"],
      [8, "otherUnit"],
      [9, "noPrice"],
      [10, "badPrice"],
      [11, "badPrice"],
      [12, "columnCount"],
    ]);
  });

  test("without a column is read no further", () => {
    const { missingColumns, lines, faults } = readPriceList([head.slice(0, 4), ["21-R"]], types);
    expect({ missingColumns, lines, faults }).toEqual({
      missingColumns: ["enhed", "pris"],
      lines: [],
      faults: [],
    });
    expect(readPriceList([], types).missingColumns.length).toBe(6);
  });
});

test("an index is read by months, and what is no month or no value is named", () => {
  const { figures, faults } = readIndexFile([
    ["Måned", "Indeks"],
    ["2026-01", "135,7"],
    ["2026-02-01", "136"],
    ["2026-13", "1"],
    ["2026-01", "2"],
    ["2026-03", "0"],
    ["2026-02-15", "3"],
  ]);
  expect(figures).toEqual([
    { month: "2026-01-01", value: 135.7 },
    { month: "2026-02-01", value: 136 },
  ]);
  expect(faults.map(({ row, fault }) => [row, fault])).toEqual([
    [4, "badMonth"],
    [5, "monthTwice"],
    [6, "badValue"],
    [7, "badMonth"],
  ]);
  expect(readIndexFile([["dato"]]).missingColumns).toEqual(["måned", "indeks"]);
});

test("numbers are read as people write them, values in the unit they are shown in", () => {
  expect(["1.234,5", "1 234,5", "1234.5", "12", "1,2,3", "tolv", ""].map(readNumber)).toEqual([
    1234.5,
    1234.5,
    1234.5,
    12,
    null,
    null,
    null,
  ]);
  expect(readAssumption("25", "share")).toBe(0.25);
  expect(readAssumption("3,5", "share/year")).toBe(0.035);
  expect(readAssumption("22.000,00", "øre/m²")).toBe(2_200_000);
  expect(["101", "-1", ""].map((text) => readAssumption(text, "share"))).toEqual([null, null, null]);
  expect(readAssumption("0", "years")).toBeNull();
  for (const [value, unit] of [
    [0.035, "share/year"],
    [2_200_000, "øre/m²"],
    [40, "years"],
  ] as const)
    expect(readAssumption(String(shownValue(value, unit)), unit)).toBe(value);
});
