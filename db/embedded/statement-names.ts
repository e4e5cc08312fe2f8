import { Client } from "./wire.ts";

/** Where the name of a prepared statement stands in a client's message, or null where the message names none. */
function nameSpan(request: Buffer): { from: number; to: number } | null {
  const from = startOfName(request);
  if (from === null) return null;
  const to = request.indexOf(0, from);
  return to > from ? { from, to } : null;
}

function startOfName(request: Buffer): number | null {
  switch (request[0]) {
    case Client.parse:
      return 5;
    case Client.bind:
      return request.indexOf(0, 5) + 1; // the portal's name comes first
    case Client.describe:
    case Client.close:
      return request[5] === 0x53 ? 6 : null; // 'S' a statement, 'P' a portal
    default:
      return null;
  }
}

/**
 * The prepared statements of one connection. All connections share one session, and two clients that both call a
 * statement `s1` must not get each other's: every name becomes one that only this connection has.
 *
 * @example new StatementNames(7).rename(parse "s1") // parse "c7_0"
 */
export class StatementNames {
  readonly #own = new Map<string, string>();
  #made = 0;

  constructor(private readonly connection: number) {}

  rename(request: Buffer): Buffer {
    const span = nameSpan(request);
    if (!span) return request;
    const name = request.toString("latin1", span.from, span.to);
    const own = this.#own.get(name) ?? `c${this.connection}_${this.#made++}`;
    this.#own.set(name, own);
    const renamed = Buffer.concat([
      request.subarray(0, span.from),
      Buffer.from(own),
      request.subarray(span.to),
    ]);
    renamed.writeInt32BE(renamed.length - 1, 1);
    return renamed;
  }

  /** The session's names of all statements that this connection may have left there. */
  all(): string[] {
    return [...this.#own.values()];
  }
}
