import { readFile } from "node:fs/promises";
import type { Upload } from "#app/http/receive-upload.server.ts";
import { observingKinds, type ObservingKind } from "#domain/use/observation.ts";
import { readRecords, textOf } from "../survey-import/read-upload.server.ts";

export const mostBytes = 8 * 1024 * 1024;
const mostRows = 100_000;

export type TableProblem = "noFile" | "tooLarge" | "noSource" | "unreadable" | "empty" | "tooMany";

export interface ObservationTable {
  source: string;
  kind: ObservingKind;
  items: unknown[];
}

const numberIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : undefined;

/** Reads a table of observations; columns are sequence, observedAt, spaceId and persons. Lines are judged by the rule. */
export async function readTable(upload: Upload): Promise<ObservationTable | TableProblem> {
  const source = (upload.fields["source"] ?? "").trim().slice(0, 200);
  const kind = observingKinds.find((one) => one === upload.fields["kind"]) ?? "count";
  if (upload.isTooLarge) return "tooLarge";
  if (!upload.file || upload.file.bytes === 0) return "noFile";
  if (!source) return "noSource";
  const records = readRecords(textOf(await readFile(upload.file.path)));
  if (records === null) return "unreadable";
  if (records.length === 0) return "empty";
  if (records.length > mostRows) return "tooMany";
  const items = records.map((record) => ({
    ...{ sequence: numberIn(record["sequence"]), observedAt: record["observedAt"] },
    ...{ spaceId: record["spaceId"], persons: numberIn(record["persons"]) },
  }));
  return { source, kind, items };
}
