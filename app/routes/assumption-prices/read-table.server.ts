import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";

/**
 * The rows of a small CSV file, its head first: UTF-8 or Windows' Latin, semicolon or comma between; null where it is no
 * such file. @example await readTable(upload.file.path) // [["kode", "pris"], ["21-R", "1.650"]]
 */
export async function readTable(path: string): Promise<string[][] | null> {
  const bytes = await readFile(path);
  const text = decoded(bytes);
  const [first = ""] = text.split(/\r\n|\r|\n/, 1);
  const delimiter = first.includes(";") ? ";" : first.includes("\t") ? "\t" : ",";
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as string[][];
  } catch {
    return null;
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
