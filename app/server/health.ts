import { sql } from "drizzle-orm";
import type { RequestHandler } from "express";
import type { Db } from "#db/client.server.ts";

/** The process answers. Asks nothing of anyone else. */
export const alive: RequestHandler = (_request, response) => {
  response.type("text/plain").send("ok\n");
};

/** Work can be sent here: the database answers and the process is not on its way out. */
export const ready =
  (db: Db, isStopping: () => boolean): RequestHandler =>
  async (_request, response) => {
    if (isStopping()) return void response.status(503).type("text/plain").send("stopping\n");
    try {
      await db.execute(sql`select 1`);
      response.type("text/plain").send("ready\n");
    } catch (error) {
      response.locals.log?.error({ err: error }, "the database does not answer");
      response.status(503).type("text/plain").send("database does not answer\n");
    }
  };
