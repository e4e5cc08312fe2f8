import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server.ts";

/** A statement as it goes over the wire. */
export interface Statement {
  text: string;
  values: unknown[];
}

/** Statements that were under way together, one array for each time that all before had come back. */
export type Waves = Statement[][];

const dialect = new PgDialect();

/** Runs `work` and notes the statements it sends, and which of them it sent before others had come back. */
export async function recordStatements(db: Db, work: (db: Db) => Promise<unknown>): Promise<Waves> {
  const waves: Waves = [];
  let underWay = 0;
  const execute = async (query: SQL) => {
    const { sql: text, params: values } = dialect.sqlToQuery(query);
    if (underWay === 0) waves.push([]);
    waves.at(-1)!.push({ text, values });
    underWay += 1;
    try {
      return await db.execute(query);
    } finally {
      underWay -= 1;
    }
  };
  await work({ execute } as unknown as Db);
  return waves;
}
