import { Client, copyInMessage, message, queryMessage, sqlOf } from "./wire.ts";

export type Batch = readonly Buffer[];

/** What stands in a client's queue: a batch for the database, or an answer that needs none but must keep its place. */
export type Task = { run: Batch } | { answer: Buffer };

const STARTS_WITH_COPY_IN = /^(\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*copy\b[\s\S]*\bfrom\s+stdin\b/i;
const HOLDS_COPY_IN = /\bcopy\s[\s\S]*\bfrom\s+stdin\b/i;
const REFUSAL = `DO $$ BEGIN RAISE feature_not_supported
  USING MESSAGE = 'COPY FROM STDIN must be a simple query of its own on the embedded database'; END $$`;

/**
 * Collects a client's messages into batches that run without a pause: a simple query alone, extended messages up to
 * Sync or Flush, and a COPY … FROM STDIN with all its rows (PGlite cannot wait for rows: it would read the end of the
 * connection and never recover). A client that stalls in the middle of a batch holds up nobody.
 */
export class Batches {
  #open: Buffer[] = [];
  #copying = false;

  add(request: Buffer): Task | null {
    if (this.#copying) return this.#addToCopy(request);
    switch (request[0]) {
      case Client.query:
        return this.#addQuery(request);
      case Client.functionCall:
        return { run: [request] };
      case Client.copyData:
      case Client.copyDone:
      case Client.copyFail:
        return null; // rows for a COPY that was refused
      case Client.sync:
      case Client.flush:
        return { run: this.#finish(request) };
      case Client.parse:
        this.#open.push(STARTS_WITH_COPY_IN.test(sqlOf(request)) ? refusedParse(request) : request);
        return null;
      default:
        this.#open.push(request);
        return null;
    }
  }

  #addQuery(request: Buffer): Task {
    const sql = sqlOf(request);
    if (STARTS_WITH_COPY_IN.test(sql)) {
      this.#copying = true;
      this.#open = [request];
      return { answer: copyInMessage() };
    }
    return { run: [HOLDS_COPY_IN.test(withoutTexts(sql)) ? queryMessage(REFUSAL) : request] };
  }

  #addToCopy(request: Buffer): Task | null {
    if (request[0] === Client.sync || request[0] === Client.flush) return null; // allowed by the protocol, and ignored
    if (request[0] !== Client.copyDone && request[0] !== Client.copyFail) {
      this.#open.push(request);
      return null;
    }
    this.#copying = false;
    return { run: this.#finish(request) };
  }

  #finish(last: Buffer): Batch {
    const batch = [...this.#open, last];
    this.#open = [];
    return batch;
  }
}

/** SQL with its quoted texts emptied, so that words inside a text are not taken for commands. */
const withoutTexts = (sql: string) =>
  sql.replace(/'(?:[^']|'')*'/g, "''").replace(/\$(\w*)\$[\s\S]*?\$\1\$/g, "''");

const refusedParse = (request: Buffer) => {
  const name = request.subarray(5, request.indexOf(0, 5));
  return message(Client.parse, Buffer.concat([name, Buffer.from(`\0${REFUSAL}\0\0\0`)]));
};
