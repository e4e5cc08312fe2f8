import { readFile } from "node:fs/promises";
import type { Upload } from "#app/http/receive-upload.server.ts";
import { numberIn } from "#domain/typed-number.ts";
import { readRecords, textOf } from "../survey-import/read-upload.server.ts";

export const mostBytes = 8 * 1024 * 1024;
const mostRows = 100_000;

export type ReadingsProblem = "noFile" | "tooLarge" | "noSource" | "unreadable" | "empty" | "tooMany";

/** Reads a table of meters; columns are meter, month and amount, and buildingId and kind of a new one. Lines are judged by the rule. */
export async function readReadings(
  upload: Upload,
): Promise<{ source: string; items: unknown[] } | ReadingsProblem> {
  const source = (upload.fields["source"] ?? "").trim().slice(0, 200);
  if (upload.isTooLarge) return "tooLarge";
  if (!upload.file || upload.file.bytes === 0) return "noFile";
  if (!source) return "noSource";
  const records = readRecords(textOf(await readFile(upload.file.path)));
  if (records === null) return "unreadable";
  if (records.length === 0) return "empty";
  if (records.length > mostRows) return "tooMany";
  const items = records.map(({ meter, month, amount, buildingId, kind }) => ({
    ...{ meter, month, buildingId, kind },
    amount: amount ? (numberIn(amount) ?? undefined) : undefined,
  }));
  return { source, items };
}
