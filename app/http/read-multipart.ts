/** A form that is not as RFC 7578 writes forms with files. */
export class MalformedForm extends Error {}

/** One field of a form; `fileName` is null for what was typed. The data is read to its end before the next field. */
export interface FormPart {
  name: string;
  fileName: string | null;
  data: AsyncIterable<Uint8Array>;
}

const mostHeadBytes = 8 * 1024;
const mostParts = 40;

/** The boundary that a content type names, or null where it is no form with files. */
export function boundaryOf(contentType: string | null): string | null {
  const found = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(
    contentType ?? "",
  );
  return found?.[1] ?? found?.[2] ?? null;
}

/**
 * The fields of a form with files as they arrive, a network's chunk in memory at a time. Names are UTF-8, a quote in
 * one is written %22, as browsers send them. Source: RFC 7578.
 * @example for await (const part of readMultipart(request.body, boundary)) { … }
 */
export async function* readMultipart(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<FormPart> {
  const reader = new MarkReader(body);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  await drain(reader.until(delimiter));
  for (let parts = 0; !(await reader.beginsWith("--")); parts++) {
    if (parts === mostParts) throw new MalformedForm("too many fields");
    const head = await collect(reader.until(Buffer.from("\r\n\r\n")), mostHeadBytes);
    const data = reader.until(delimiter);
    yield { ...namesIn(head), data };
    await drain(data);
  }
}

function namesIn(head: string): { name: string; fileName: string | null } {
  const disposition = /^content-disposition:\s*form-data(.*)$/im.exec(head)?.[1] ?? "";
  const named = (what: string): string | null =>
    new RegExp(`[;\\s]${what}="([^"]*)"`, "i").exec(disposition)?.[1]?.replace(/%22/g, '"') ?? null;
  const name = named("name");
  if (name === null) throw new MalformedForm("a field without a name");
  return { name, fileName: named("filename") };
}

async function drain(data: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of data);
}

async function collect(data: AsyncIterable<Uint8Array>, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of data) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new MalformedForm("a field with too long a head");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Reads a stream from mark to mark, never holding more than a chunk and a mark. */
class MarkReader {
  /** As if a line had ended before the first boundary, which then looks like every other. */
  #held: Buffer = Buffer.from("\r\n");
  readonly #source: AsyncIterator<Uint8Array>;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** What comes before the next mark, which is read over. */
  async *until(mark: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      const isFound = at >= 0;
      const sure = isFound ? at : Math.max(0, this.#held.length - mark.length + 1);
      const chunk = this.#held.subarray(0, sure);
      this.#held = this.#held.subarray(isFound ? at + mark.length : sure);
      if (chunk.length > 0) yield chunk;
      if (isFound) return;
      await this.#more();
    }
  }

  /** Whether a text comes next; it is not read over. */
  async beginsWith(text: string): Promise<boolean> {
    while (this.#held.length < text.length) await this.#more();
    return this.#held.subarray(0, text.length).toString("latin1") === text;
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#source.next();
    if (done) throw new MalformedForm("the form ends before its last boundary");
    this.#held = Buffer.concat([this.#held, value as Uint8Array]);
  }
}
