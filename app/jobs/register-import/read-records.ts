import type { RawRecord } from "#domain/register-import/formats/format.ts";
import { UnreadableFile } from "#domain/register-import/reasons.ts";
import { sniffContainer } from "#domain/register-import/sniff-container.ts";
import { readCsvRecords } from "./read-csv-records.ts";
import { readJsonRecords } from "./read-json-records.ts";

const headBytes = 65_536;

/** The records of a file, one by one, whatever holds them. Throws UnreadableFile as soon as it is clear that the file is
 *  not a whole, readable text of records. */
export async function* readRecords(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<RawRecord> {
  const source = bytes[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  while (length < headBytes && !isWhole) {
    const next = await source.next();
    if (next.done) isWhole = true;
    else length += chunks[chunks.push(next.value) - 1]!.length;
  }
  if (length === 0) throw new UnreadableFile("empty");
  const container = sniffContainer(
    Buffer.concat(chunks).subarray(0, headBytes),
    isWhole && length <= headBytes,
  );
  const whole = rejoin(chunks, source);
  yield* container.kind === "json" ? readJsonRecords(whole, container) : readCsvRecords(whole, container);
}

async function* rejoin(chunks: Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
