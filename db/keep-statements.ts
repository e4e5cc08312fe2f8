import type postgres from "postgres";

/** Texts that came this often are kept prepared; what comes seldom costs a connection more memory than it saves time. */
const often = 3;
/** Texts kept at most, on each connection, and texts counted at most: filters and lists make ever new ones. */
const mostKept = 400;
const mostCounted = 5_000;

/** Which texts come often, told over all connections. */
class Often {
  private readonly times = new Map<string, number>();
  private kept = 0;

  /** Whether a text that is about to be sent is to be prepared. */
  comes(text: string): boolean {
    const times = (this.times.get(text) ?? 0) + 1;
    if (times > often) return true;
    if (times === often && this.kept++ >= mostKept) return false;
    if (this.times.size < mostCounted || this.times.has(text)) this.times.set(text, times);
    return times === often;
  }
}

/**
 * Lets a driver that sends every statement unnamed keep those that come often: parsed once a connection, and sent in one
 * round trip instead of two. Transactions and savepoints do the same. Not for a pooler that hands out transactions, nor
 * for the embedded database, where all connections share one memory.
 * @example drizzle(keepStatements(postgres(url)))
 */
export function keepStatements(sql: postgres.Sql): postgres.Sql {
  return keeping(sql, new Often());
}

type Callback = (sql: postgres.Sql) => unknown;

function keeping<Sql extends postgres.Sql>(sql: Sql, often: Often): Sql {
  const unsafe = (text: string, values: never[] = [], options: object = {}) =>
    sql.unsafe(text, values, { ...options, prepare: often.comes(text) });
  // The callback comes last, after options or the name of a savepoint.
  const within =
    (open: (...given: unknown[]) => unknown) =>
    (...given: unknown[]) => {
      const callback = given.pop() as Callback;
      return open(...given, (inner: postgres.Sql) => callback(keeping(inner, often)));
    };
  return new Proxy(sql, {
    get: (target, key) => {
      if (key === "unsafe") return unsafe;
      const found: unknown = Reflect.get(target, key);
      return key === "begin" || key === "savepoint" ? within(found as never) : found;
    },
  });
}
