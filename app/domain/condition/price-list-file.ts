import type { ElementUnit, PricePurpose } from "./element-type.ts";
import { readNumber } from "./read-number.ts";

/** A line of a new price list. */
export interface PriceLine {
  code: string;
  elementTypeCode: string;
  purpose: PricePurpose;
  nameDa: string;
  nameEn: string;
  unit: ElementUnit;
  unitPriceOre: number;
}

export type PriceFault =
  | "noCode"
  | "codeTwice"
  | "unknownElement"
  | "unknownPurpose"
  | "noName"
  | "otherUnit"
  | "noPrice"
  | "badPrice"
  | "columnCount";

export interface PriceFile {
  lines: PriceLine[];
  /** What is wrong, row by row as in a spreadsheet; the head is row 1. */
  faults: { row: number; fault: PriceFault; value: string }[];
  /** Columns that the head lacks; then no row was read. */
  missingColumns: string[];
  /** Kinds of elements that no line of the list prices replacing: their older price goes on. */
  unpriced: string[];
}

/** Columns by the names they may go by; the English name may be left out. */
const columns = {
  code: ["kode", "code"],
  element: ["bygningsdel", "element"],
  purpose: ["formål", "purpose"],
  nameDa: ["navn", "name"],
  nameEn: ["navn_en", "name_en"],
  unit: ["enhed", "unit"],
  price: ["pris", "price"],
} as const;
type ColumnName = keyof typeof columns;

const purposes: Record<string, PricePurpose> = {
  repair: "repair",
  udbedring: "repair",
  replace: "replace",
  udskiftning: "replace",
  modernise: "modernise",
  modernisering: "modernise",
};

const mostPriceKr = 10_000_000;

/**
 * Judges the rows of a price list, head first: code, element type, purpose (udbedring, udskiftning, modernisering), name,
 * unit and price in kroner excluding VAT. Every row with a gap or a mistake is named; a list with any is not to be taken.
 */
export function readPriceList(
  rows: readonly (readonly string[])[],
  types: readonly { code: string; unit: ElementUnit }[],
): PriceFile {
  const head = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const at = Object.fromEntries(
    Object.entries(columns).map(([key, names]) => [
      key,
      head.findIndex((name) => (names as readonly string[]).includes(name)),
    ]),
  ) as Record<ColumnName, number>;
  const missingColumns = (Object.keys(columns) as ColumnName[])
    .filter((key) => key !== "nameEn" && at[key] < 0)
    .map((key) => columns[key][0]);
  const file: PriceFile = { lines: [], faults: [], missingColumns, unpriced: [] };
  if (missingColumns.length > 0) return file;
  const seen = new Set<string>();
  rows.slice(1).forEach((cells, index) => {
    const row = index + 2;
    const cell = (key: ColumnName) => (cells[at[key]] ?? "").trim();
    const line = judgeRow(cells.length === head.length, cell, types, seen);
    if ("fault" in line) file.faults.push({ row, ...line });
    else file.lines.push(line);
  });
  const replaced = new Set(
    file.lines.filter(({ purpose }) => purpose === "replace").map(({ elementTypeCode }) => elementTypeCode),
  );
  file.unpriced = types.map(({ code }) => code).filter((code) => !replaced.has(code));
  return file;
}

function judgeRow(
  isWhole: boolean,
  cell: (key: ColumnName) => string,
  types: readonly { code: string; unit: ElementUnit }[],
  seen: Set<string>,
): PriceLine | { fault: PriceFault; value: string } {
  const no = (fault: PriceFault, value = "") => ({ fault, value });
  const code = cell("code");
  const type = types.find((one) => one.code === cell("element"));
  const purpose = purposes[cell("purpose").toLowerCase()];
  const price = readNumber(cell("price"));
  if (!isWhole) return no("columnCount");
  if (code === "") return no("noCode");
  if (seen.has(code)) return no("codeTwice", code);
  seen.add(code);
  if (!type) return no("unknownElement", cell("element"));
  if (!purpose) return no("unknownPurpose", cell("purpose"));
  if (cell("nameDa") === "") return no("noName", code);
  if (cell("unit") !== type.unit) return no("otherUnit", `${cell("unit")} ≠ ${type.unit}`);
  if (cell("price") === "") return no("noPrice", code);
  const unitPriceOre = price === null ? 0 : Math.round(price * 100);
  if (unitPriceOre <= 0 || unitPriceOre > mostPriceKr * 100) return no("badPrice", cell("price"));
  const nameDa = cell("nameDa");
  return {
    ...{ code, elementTypeCode: type.code, purpose, nameDa, nameEn: cell("nameEn") || nameDa },
    ...{ unit: type.unit, unitPriceOre },
  };
}
