import { UnreadableFile } from "./reasons.ts";

/** One record cut out of a JSON text, still as text, and the list it stood in ("" at the top, "data.BBR_Bygning.nodes"). */
export interface JsonPiece {
  path: string;
  text: string;
}

/** A single record may have this many characters; a district's outline has a few hundred thousand. */
export const maxRecordChars = 8_000_000;
const longestKey = 200;
const deepest = 64;

const [quote, backslash, colon, comma] = [34, 92, 58, 44];
const [openBrace, closeBrace, openBracket, closeBracket] = [123, 125, 91, 93];

type Container = { isArray: boolean; name: string };

/**
 * Cuts the records out of a JSON text that comes in chunks, so that a file of any length is read in little memory. A
 * record is an object that stands in a list, or at the top of the text (one a line) if `areLines`. What is around the lists is
 * passed through; only names and short texts of it are kept. Each record is left to JSON.parse.
 * @example [...new JsonSplitter().push('{"data":{"nodes":[{"a":1},{"a":2}]}}')].length // 2
 */
export class JsonSplitter {
  readonly #areLines: boolean;
  readonly #open: Container[] = [];
  /** Depth at which the record under way began; null between records. */
  #recordDepth: number | null = null;
  #depth = 0;
  #text = "";
  #isInString = false;
  #isEscaped = false;
  #lastString = "";
  #key = "";

  constructor({ areLines = false } = {}) {
    this.#areLines = areLines;
  }

  /** Whether the text so far is whole: nothing is left open. */
  get isComplete(): boolean {
    return this.#depth === 0 && !this.#isInString && this.#open.length === 0;
  }

  *push(chunk: string): Generator<JsonPiece> {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (this.#isInString) {
        this.#inString(code, chunk, at);
      } else if (code === quote) {
        this.#isInString = true;
        this.#lastString = "";
      } else if (this.#recordDepth !== null) {
        if (this.#inRecord(code)) {
          yield { path: this.#path(), text: this.#text + chunk.slice(start, at + 1) };
          this.#text = "";
        }
      } else if (code === openBrace && this.#isRecordPlace()) {
        this.#recordDepth = this.#depth++;
        start = at;
      } else {
        this.#outside(code);
      }
    }
    if (this.#recordDepth !== null) this.#keep(chunk.slice(start));
  }

  #keep(text: string): void {
    this.#text += text;
    if (this.#text.length > maxRecordChars)
      throw new UnreadableFile("recordTooLarge", String(maxRecordChars / 1e6));
  }

  #inString(code: number, chunk: string, at: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === backslash) this.#isEscaped = true;
    else if (code === quote) this.#isInString = false;
    if (this.#isInString && this.#recordDepth === null && this.#lastString.length < longestKey)
      this.#lastString += chunk[at];
  }

  /** True where the record ends with this character. */
  #inRecord(code: number): boolean {
    if (code === openBrace || code === openBracket) this.#depth += 1;
    if (code !== closeBrace && code !== closeBracket) return false;
    this.#depth -= 1;
    if (this.#depth !== this.#recordDepth) return false;
    this.#recordDepth = null;
    return true;
  }

  #isRecordPlace(): boolean {
    const within = this.#open.at(-1);
    return within ? within.isArray : this.#areLines;
  }

  #outside(code: number): void {
    if (code === colon) this.#key = this.#lastString;
    else if (code === openBrace || code === openBracket) this.#enter(code === openBracket);
    else if (code === closeBrace || code === closeBracket) this.#leave(code === closeBracket);
    else if (code !== comma && this.#open.length === 0 && code > 32) throw new UnreadableFile("notJson");
  }

  #enter(isArray: boolean): void {
    if (this.#open.length >= deepest) throw new UnreadableFile("notJson");
    this.#open.push({ isArray, name: this.#key });
    this.#key = "";
    this.#depth += 1;
  }

  #leave(isArray: boolean): void {
    if (this.#open.pop()?.isArray !== isArray) throw new UnreadableFile("notJson");
    this.#depth -= 1;
    this.#key = "";
  }

  #path(): string {
    return this.#open
      .map(({ name }) => name)
      .filter(Boolean)
      .join(".");
  }
}
