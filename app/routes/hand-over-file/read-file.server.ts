import { readFile } from "node:fs/promises";
import { CsvError, parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/node";
import type { Upload } from "#app/http/receive-upload.server.ts";
import { handOver as area } from "#app/i18n/hand-over.ts";
import { mostAtOnce } from "#db/commands/hand-over/hand-over.ts";
import { handOverFields, type HandOverField, type HandOverKind } from "#domain/hand-over/hand-over-facts.ts";
import type { Typed } from "#domain/hand-over/read-hand-over.ts";
import { typeOfFile } from "../building-documents/type-of-file.server.ts";

export const mostFileBytes = 2 * 1024 * 1024;

export type FileProblem = "noFile" | "tooLarge" | "unreadable" | "empty" | "tooMany" | "noColumns";

/** A row of the file under its number, as a spreadsheet counts: the headings are row 1. */
export interface FileRow {
  row: number;
  typed: Typed;
}

/** The rows of a file in the template's columns, in Danish or English; or what is wrong with it as a whole. */
export async function readHandOverFile(upload: Upload, kind: HandOverKind): Promise<FileRow[] | FileProblem> {
  if (upload.isTooLarge) return "tooLarge";
  if (!upload.file || upload.file.bytes === 0) return "noFile";
  const type = await typeOfFile(upload.file.path);
  if (type !== null && type !== "xlsx") return "unreadable";
  const cells =
    type === "xlsx" ? await xlsxCells(upload.file.path) : csvCells(textOf(await readFile(upload.file.path)));
  if (cells === null) return "unreadable";
  const [head, ...body] = cells;
  const columns = (head ?? []).map((name) => fieldNamed(name, kind));
  if (columns.filter(Boolean).length < 4) return "noColumns";
  const rows = body.flatMap((line, index) => {
    const typed = typedIn(line, columns);
    return Object.values(typed).some(Boolean) ? [{ row: index + 2, typed }] : [];
  });
  if (rows.length === 0) return "empty";
  return rows.length > mostAtOnce ? "tooMany" : rows;
}

const fold = (text: string): string => text.toLowerCase().replaceAll(/[^a-zæøå0-9]/g, "");

function fieldNamed(name: string, kind: HandOverKind): HandOverField | null {
  const found = handOverFields[kind].find((field) =>
    [area.da.fields[field], area.en.fields[field], field].some((word) => fold(word) === fold(name)),
  );
  return found ?? null;
}

function typedIn(line: readonly string[], columns: readonly (HandOverField | null)[]): Typed {
  const typed: Typed = {};
  columns.forEach((field, index) => {
    // What our own template marks as text, so that no spreadsheet runs it, is the text behind the mark.
    if (field) typed[field] = (line[index] ?? "").replace(/^'(?=[=+\-@])/, "").trim();
  });
  return typed;
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

function csvCells(text: string): string[][] | null {
  const head = text.slice(0, text.indexOf("\n") + 1 || text.length);
  const delimiter = head.includes(";") ? ";" : head.includes("\t") ? "\t" : ",";
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true }) as string[][];
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** The first sheet; a day is a day, however the spreadsheet shows it. Null for a file that no spreadsheet would open. */
async function xlsxCells(place: string): Promise<string[][] | null> {
  let rows: unknown[][];
  try {
    rows = (await readSheet(place)) as unknown[][];
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
  return rows.map((row) =>
    row.map((cell) => {
      if (cell instanceof Date) return cell.toISOString().slice(0, 10);
      if (typeof cell === "number") return String(cell).replace(".", ",");
      return cell === null || cell === undefined ? "" : String(cell as string | boolean);
    }),
  );
}
