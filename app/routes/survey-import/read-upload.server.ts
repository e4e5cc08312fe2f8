import { readTable, type TableProblem } from "#app/http/read-table.server.ts";
import type { Upload } from "#app/http/receive-upload.server.ts";
import type { Day } from "#domain/day.ts";
import {
  importScales,
  readOlderRow,
  type ImportScale,
  type OlderRow,
  type RefusedRow,
} from "#domain/survey/older-survey.ts";

export const mostBytes = 2 * 1024 * 1024;
const mostRows = 5_000;

/** What an upload says: rows that could be read, and those that could not. */
export interface OlderFile {
  source: string;
  scale: ImportScale;
  rows: OlderRow[];
  refused: RefusedRow[];
}

/** Reads the form and its file; a file as a whole that cannot be used is a problem, a line that cannot is refused alone. */
export async function readUpload(upload: Upload, today: Day): Promise<OlderFile | TableProblem> {
  const table = await readTable(upload, mostRows);
  if (typeof table === "string") return table;
  const { source, records } = table;
  const scale = importScales.find((one) => one === upload.fields["scale"]) ?? importScales[0];
  // The first line of the file is the names of the columns.
  const read = records.map((record, index) => readOlderRow(record, index + 2, scale, today));
  return {
    ...{ source, scale },
    rows: read.filter((row): row is OlderRow => !("fault" in row)),
    refused: read.filter((row): row is RefusedRow => "fault" in row),
  };
}
