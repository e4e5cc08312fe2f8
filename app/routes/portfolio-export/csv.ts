import type { Locale } from "#app/i18n/locale.ts";
import type { CellValue, ExportColumn } from "./columns.ts";

/** Excel runs a cell that begins like this as a formula, whatever the file says it is. */
const looksLikeFormula = /^[=+\-@\t\r]/;
const needsQuotes = /[";\r\n]|^\s|\s$/;

/**
 * One cell of a CSV file for a Danish or English Excel: a decimal comma in Danish, and no text that could run.
 * @example csvCell("=1+1", "da") // "'=1+1"
 * @example csvCell(1234.5, "da") // "1234,5"
 */
export function csvCell(value: CellValue, locale: Locale): string {
  if (value === null) return "";
  if (typeof value === "number") return locale === "da" ? String(value).replace(".", ",") : String(value);
  const safe = looksLikeFormula.test(value) ? `'${value}` : value;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of the file, with its end. */
export const csvLine = (values: readonly CellValue[], locale: Locale): string =>
  `${values.map((value) => csvCell(value, locale)).join(";")}\r\n`;

/** The mark by which Excel knows that a file is UTF-8. */
export const byteOrderMark = "\uFEFF";

/** The head line of the file. */
export const csvHead = <Row>(columns: readonly ExportColumn<Row>[], locale: Locale): string =>
  byteOrderMark +
  csvLine(
    columns.map(({ header }) => header),
    locale,
  );
