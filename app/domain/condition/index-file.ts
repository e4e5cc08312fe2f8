import { parseDay, type Day } from "../day-count.ts";
import { readNumber } from "./read-number.ts";

export type IndexFault = "badMonth" | "monthTwice" | "badValue";

export interface IndexFile {
  figures: { month: Day; value: number }[];
  faults: { row: number; fault: IndexFault; value: string }[];
  missingColumns: string[];
}

const mostIndex = 100_000;

/**
 * Judges the rows of an index of prices, head first: month (YYYY-MM) and value. A month that is there already is a newer
 * record of it. @example readIndexFile([["måned", "indeks"], ["2026-01", "135,7"]]).figures // [{ month: "2026-01-01", value: 135.7 }]
 */
export function readIndexFile(rows: readonly (readonly string[])[]): IndexFile {
  const head = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const month = head.findIndex((name) => ["måned", "month"].includes(name));
  const index = head.findIndex((name) => ["indeks", "index", "værdi", "value"].includes(name));
  const missingColumns = [...(month < 0 ? ["måned"] : []), ...(index < 0 ? ["indeks"] : [])];
  const file: IndexFile = { figures: [], faults: [], missingColumns };
  if (missingColumns.length > 0) return file;
  const seen = new Set<Day>();
  rows.slice(1).forEach((cells, at) => {
    const row = at + 2;
    const [written, value] = [(cells[month] ?? "").trim(), readNumber(cells[index] ?? "")];
    const day = parseDay(`${written.slice(0, 7)}-01`);
    const isMonth = day !== null && (written.length === 7 || parseDay(written) === day);
    if (!isMonth) file.faults.push({ row, fault: "badMonth", value: written });
    else if (seen.has(day)) file.faults.push({ row, fault: "monthTwice", value: written });
    else if (value === null || value <= 0 || value > mostIndex)
      file.faults.push({ row, fault: "badValue", value: (cells[index] ?? "").trim() });
    else file.figures.push({ month: day, value });
    if (day) seen.add(day);
  });
  return file;
}
