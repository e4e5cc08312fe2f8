import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { foldFieldName } from "#domain/register-import/fold-field-name.ts";
import type { RawRecord } from "#domain/register-import/formats/format.ts";
import { idFields, relevantFields } from "#domain/register-import/judge-facts.ts";
import { UnreadableFile } from "#domain/register-import/reasons.ts";
import type { Container } from "#domain/register-import/sniff-container.ts";
import { maxRecordChars } from "#domain/register-import/split-json.ts";

/** A row of another length than the header says so in this field. */
export const columnCountField = "columnCount";

/** The rows of a table with a header. The header is row 1, as in a spreadsheet; any of the three line ends will do. */
export async function* readCsvRecords(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, delimiter }: Extract<Container, { kind: "csv" }>,
): AsyncGenerator<RawRecord> {
  const tail = { text: "" };
  const parser = parse({
    ...{ delimiter, bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: true },
    max_record_size: maxRecordChars,
  });
  const input = Readable.from(decode(bytes, encoding, tail));
  input.on("error", (error) => parser.destroy(error));
  input.pipe(parser);
  let row = 0;
  let header: Header | null = null;
  let short: number | null = null;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (header) {
        short = cells.length < header.width ? row : null;
        yield { row, path: "csv", fields: fieldsOf(cells, header) };
      } else header = headerOf(cells);
    }
  } catch (error) {
    throw error instanceof CsvError ? inOurWords(error, row) : error;
  } finally {
    input.destroy();
  }
  if (short === row && row > 1 && !/[\r\n]$/.test(tail.text))
    throw new UnreadableFile("truncated", String(row - 1));
}

async function* decode(bytes: AsyncIterable<Uint8Array>, encoding: string, tail: { text: string }) {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    if (text === "") continue;
    tail.text = text.slice(-2);
    yield text;
  }
}

interface Header {
  width: number;
  columns: [index: number, name: string][];
}

/** Of a wide table only the columns that are looked at are kept. */
function headerOf(cells: string[]): Header {
  const columns = cells
    .map((name, index): [number, string] => [index, name.trim()])
    .filter(([, name]) => relevantFields.has(foldFieldName(name)));
  if (!columns.some(([, name]) => idFields.has(foldFieldName(name)))) throw new UnreadableFile("noIdColumn");
  return { width: cells.length, columns };
}

function fieldsOf(cells: string[], { width, columns }: Header): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [index, name] of columns) fields[name] = cells[index];
  if (cells.length !== width) fields[columnCountField] = `${cells.length} / ${width}`;
  return fields;
}

function inOurWords(error: CsvError, row: number): UnreadableFile {
  if (error.code === "CSV_MAX_RECORD_SIZE")
    return new UnreadableFile("recordTooLarge", String(maxRecordChars / 1e6), { cause: error });
  return new UnreadableFile("unclosedQuote", String(row + 1), { cause: error });
}
