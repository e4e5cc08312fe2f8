import writeExcelFile from "write-excel-file/node";
import type { NumberCell, NumberTable } from "./number-tables.ts";

/** The numbers as an Excel file: a sheet a table, numbers as numbers, heads that stay in sight. */
export async function numbersXlsx(tables: readonly NumberTable[]): Promise<Buffer> {
  const sheets = tables.map(({ title, heads, rows }) => ({
    ...{ sheet: title, stickyRowsCount: 1 },
    data: [
      heads.map((value) => ({ value, fontWeight: "bold" as const })),
      ...rows.map((row) => row.map(cellOf)),
    ],
    columns: heads.map((head) => ({ width: Math.min(40, Math.max(14, head.length + 2)) })),
  }));
  return writeExcelFile(sheets).toBuffer();
}

function cellOf(value: NumberCell) {
  if (value === null || value === "") return null;
  return typeof value === "number" ? { value, type: Number } : { value, type: String };
}
