import type { Locale } from "#app/i18n/locale.ts";
import type { ExportColumn } from "./columns.ts";
import { csvHead, csvLine } from "./csv.ts";
import { maxXlsxRows, toXlsx } from "./xlsx.server.ts";

interface Exported<Row> {
  columns: readonly ExportColumn<Row>[];
  rows: readonly Row[];
  locale: Locale;
  /** The file's name without its ending, and the name of its sheet. */
  name: string;
  sheet: string;
  /** What is said where Excel cannot hold them all. */
  tooMany: (most: string) => string;
}

/** Rows as a file that is fetched: CSV, or an Excel file where that is asked for. */
export async function exportFile<Row>(format: string | null, exported: Exported<Row>): Promise<Response> {
  const { columns, rows, locale, name, sheet, tooMany } = exported;
  if (format !== "xlsx") {
    const lines = rows.map((row) =>
      csvLine(
        columns.map(({ value }) => value(row)),
        locale,
      ),
    );
    return file(csvHead(columns, locale) + lines.join(""), `${name}.csv`, "text/csv; charset=utf-8");
  }
  if (rows.length > maxXlsxRows)
    return new Response(tooMany(maxXlsxRows.toLocaleString(locale)), {
      status: 422,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return file(new Uint8Array(await toXlsx(columns, rows, sheet)), `${name}.xlsx`, type);
}

const file = (body: string | Uint8Array<ArrayBuffer>, name: string, type: string): Response =>
  new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
