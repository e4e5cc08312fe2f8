import { isRecord, type RawRecord } from "#domain/register-import/formats/format.ts";
import { UnreadableFile } from "#domain/register-import/reasons.ts";
import { JsonSplitter, type JsonPiece } from "#domain/register-import/split-json.ts";

/** The records of a JSON text: of its lists, or one a line. Row 1 is the first record. */
export async function* readJsonRecords(
  bytes: AsyncIterable<Uint8Array>,
  { areLines }: { areLines: boolean },
): AsyncGenerator<RawRecord> {
  const decoder = new TextDecoder("utf-8");
  const splitter = new JsonSplitter({ areLines });
  let row = 0;
  try {
    for await (const chunk of bytes)
      for (const piece of splitter.push(decoder.decode(chunk, { stream: true }))) yield parse(piece, ++row);
  } catch (error) {
    // The splitter cannot know which row it is at.
    if (error instanceof UnreadableFile && error.reason === "notJson" && !error.detail)
      throw new UnreadableFile("notJson", String(row + 1), { cause: error });
    throw error;
  }
  if (!splitter.isComplete) throw new UnreadableFile("truncated", String(row));
}

function parse({ path, text }: JsonPiece, row: number): RawRecord {
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch (error) {
    throw new UnreadableFile("notJson", String(row), { cause: error });
  }
  return { row, path, fields: isRecord(fields) ? fields : {} };
}
