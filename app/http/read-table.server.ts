import { readFile } from "node:fs/promises";
import { CsvError, parse } from "csv-parse/sync";
import type { Upload } from "./receive-upload.server.ts";

export const mostTableBytes = 8 * 1024 * 1024;
const mostTableRows = 100_000;

export type TableProblem = "noFile" | "tooLarge" | "noSource" | "unreadable" | "empty" | "tooMany";

/** The lines of a sent table, by the names of its columns, and where the sender says that they come from. */
export interface SentTable {
  source: string;
  records: Record<string, string>[];
}

/** Reads a form with a table and its source; a file as a whole that cannot be used is a problem. Lines are judged by the rule. */
export async function readTable(
  upload: Upload,
  mostRows: number = mostTableRows,
): Promise<SentTable | TableProblem> {
  const source = (upload.fields["source"] ?? "").trim().slice(0, 200);
  if (upload.isTooLarge) return "tooLarge";
  if (!upload.file || upload.file.bytes === 0) return "noFile";
  if (!source) return "noSource";
  const records = readRecords(textOf(await readFile(upload.file.path)));
  if (records === null) return "unreadable";
  if (records.length === 0) return "empty";
  return records.length > mostRows ? "tooMany" : { source, records };
}

/** UTF-8 where it is, else what older spreadsheets write. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder("windows-1252").decode(bytes);
    throw error;
  }
}

/** The lines of a table with a line of names first, whichever of `;`, tab and `,` parts them; null where it is none. */
function readRecords(text: string): Record<string, string>[] | null {
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
