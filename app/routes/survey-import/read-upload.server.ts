import { readFile } from "node:fs/promises";
import { CsvError, parse } from "csv-parse/sync";
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

export type UploadProblem = "noFile" | "tooLarge" | "noSource" | "unreadable" | "tooMany" | "empty";

/** What an upload says: rows that could be read, and those that could not. */
export interface OlderFile {
  source: string;
  scale: ImportScale;
  rows: OlderRow[];
  refused: RefusedRow[];
}

/** Reads the form and its file; a file as a whole that cannot be used is a problem, a line that cannot is refused alone. */
export async function readUpload(upload: Upload, today: Day): Promise<OlderFile | UploadProblem> {
  const source = (upload.fields["source"] ?? "").trim().slice(0, 200);
  const scale = importScales.find((one) => one === upload.fields["scale"]) ?? importScales[0];
  if (upload.isTooLarge) return "tooLarge";
  if (!upload.file) return "noFile";
  if (!source) return "noSource";
  const records = readRecords(textOf(await readFile(upload.file.path)));
  if (records === null) return "unreadable";
  if (records.length === 0) return "empty";
  if (records.length > mostRows) return "tooMany";
  // The first line of the file is the names of the columns.
  const read = records.map((record, index) => readOlderRow(record, index + 2, scale, today));
  return {
    ...{ source, scale },
    rows: read.filter((row): row is OlderRow => !("fault" in row)),
    refused: read.filter((row): row is RefusedRow => "fault" in row),
  };
}

/** UTF-8 where it is, else what older spreadsheets write. */
export function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder("windows-1252").decode(bytes);
    throw error;
  }
}

/** The lines of a table with a line of names first, whichever of `;`, tab and `,` parts them; null where it is none. */
export function readRecords(text: string): Record<string, string>[] | null {
  const head = text.slice(0, text.indexOf("\n") + 1 || text.length);
  const delimiter = head.includes(";") ? ";" : head.includes("\t") ? "\t" : ",";
  try {
    return parse(text, {
      ...{ delimiter, bom: true, columns: true, relax_column_count: true },
      ...{ skip_empty_lines: true, trim: true },
    }) as Record<string, string>[];
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}
