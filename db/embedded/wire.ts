/**
 * The PostgreSQL wire protocol as far as the multiplexer must know it: where a message ends, which kind it is, and a
 * handful of messages of our own. Pure: bytes in, bytes out. Source: PostgreSQL documentation, "Frontend/Backend
 * Protocol", version 3.0.
 */

/** Message kinds by their first byte. The client's and the server's letters overlap (`D`, `E`, `C`, `S`). */
export const Client = {
  query: 0x51, // Q
  parse: 0x50, // P
  bind: 0x42, // B
  describe: 0x44, // D
  execute: 0x45, // E
  close: 0x43, // C
  flush: 0x48, // H
  sync: 0x53, // S
  functionCall: 0x46, // F
  copyData: 0x64, // d
  copyDone: 0x63, // c
  copyFail: 0x66, // f
  terminate: 0x58, // X
} as const;

export const Server = {
  error: 0x45, // E
  ready: 0x5a, // Z
  copyIn: 0x47, // G
} as const;

/** What a client may send before its first real message. */
export const Opening = { session: 196608, cancel: 80877102, tls: 80877103, gss: 80877104 } as const;

/** Cuts whole messages (kind byte, 4-byte length, body) off the front of `bytes`; the rest is a message not yet whole. */
export function splitMessages(bytes: Buffer): { messages: Buffer[]; rest: Buffer } {
  const messages: Buffer[] = [];
  let from = 0;
  while (bytes.length - from >= 5) {
    const length = bytes.readInt32BE(from + 1);
    if (length < 4) throw new Error(`Not a message of the PostgreSQL protocol: length ${length}`);
    if (bytes.length - from < length + 1) break;
    messages.push(bytes.subarray(from, from + length + 1));
    from += length + 1;
  }
  return { messages, rest: bytes.subarray(from) };
}

/** Cuts the opening packet (4-byte length, 4-byte code, body; no kind byte) off the front, or null if not yet whole. */
export function splitOpening(bytes: Buffer): { code: number; packet: Buffer; rest: Buffer } | null {
  if (bytes.length < 8) return null;
  const length = bytes.readInt32BE(0);
  if (length < 8 || length > 10_000)
    throw new Error(`Not an opening of the PostgreSQL protocol: length ${length}`);
  if (bytes.length < length) return null;
  return { code: bytes.readInt32BE(4), packet: bytes.subarray(0, length), rest: bytes.subarray(length) };
}

/** @example message(Client.sync) // 53 00 00 00 04 */
export function message(kind: number, body: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(5);
  head[0] = kind;
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** Simple query: one string of SQL, answered by rows and one ReadyForQuery. */
export const queryMessage = (sql: string) => message(Client.query, Buffer.from(`${sql}\0`));

/** Parse of the unnamed statement, without parameter types. */
export const parseMessage = (sql: string) => message(Client.parse, Buffer.from(`\0${sql}\0\0\0`));

/** Close of a named prepared statement; closing one that does not exist is no error. */
export const closeStatementMessage = (name: string) => message(Client.close, Buffer.from(`S${name}\0`));

/** The opening of a session as the only user there is. */
export function openingPacket(parameters: Record<string, string>): Buffer {
  const words = Object.entries(parameters).map(([name, value]) => `${name}\0${value}\0`);
  const body = Buffer.from(`${words.join("")}\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(body.length + 8, 0);
  head.writeInt32BE(Opening.session, 4);
  return Buffer.concat([head, body]);
}

/** ErrorResponse with an SQLSTATE code, as PostgreSQL itself words it. */
export function errorMessage(severity: "ERROR" | "FATAL", code: string, text: string): Buffer {
  return message(Server.error, Buffer.from(`S${severity}\0V${severity}\0C${code}\0M${text}\0\0`));
}

export type TransactionStatus = "idle" | "open" | "failed";

const STATUS_LETTERS: Record<TransactionStatus, string> = { idle: "I", open: "T", failed: "E" };

/** ReadyForQuery: the server waits for the next command. */
export const readyMessage = (status: TransactionStatus) =>
  message(Server.ready, Buffer.from(STATUS_LETTERS[status]));

/** What a ReadyForQuery message says about the transaction. */
export function statusOf(ready: Buffer): TransactionStatus {
  const letter = String.fromCharCode(ready[5] ?? 0);
  if (letter === "I") return "idle";
  return letter === "T" ? "open" : "failed";
}

/** CopyInResponse in text format: "send me the rows". */
export const copyInMessage = () => message(Server.copyIn, Buffer.from([0, 0, 0]));

/** The SQL in a Query or Parse message. */
export function sqlOf(request: Buffer): string {
  const from = request[0] === Client.parse ? request.indexOf(0, 5) + 1 : 5;
  return request.toString("utf8", from, request.indexOf(0, from));
}
