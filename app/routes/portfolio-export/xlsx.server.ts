import writeExcelFile from "write-excel-file/node";
import type { PortfolioRow } from "#domain/portfolio-row.ts";
import type { ExportColumn } from "./columns.ts";

/** More rows than this would hold too much memory at once; CSV has no such limit. */
export const maxXlsxRows = 20_000;

/** The rows as an Excel file: numbers as numbers, days as days, a head that stays in sight. */
export async function toXlsx<Row = PortfolioRow>(
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
  sheet: string,
): Promise<Buffer> {
  const head = columns.map(({ header }) => ({ value: header, fontWeight: "bold" as const }));
  const body = rows.map((row) => columns.map((column) => cellOf(column, row)));
  const file = writeExcelFile([head, ...body], {
    sheet,
    stickyRowsCount: 1,
    columns: columns.map(({ kind, header }) => ({
      width: kind === "text" ? 24 : Math.max(11, header.length + 2),
    })),
  });
  return file.toBuffer();
}

function cellOf<Row>({ kind, value }: ExportColumn<Row>, row: Row) {
  const content = value(row);
  if (content === null) return null;
  if (kind === "number") return { value: Number(content), type: Number };
  if (kind === "day") return { value: new Date(`${content}T00:00:00Z`), type: Date, format: "dd.mm.yyyy" };
  return { value: String(content), type: String };
}
