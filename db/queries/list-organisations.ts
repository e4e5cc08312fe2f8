import { sql } from "drizzle-orm";
import type { Id } from "#domain/id.ts";
import type { Db } from "../client.server.ts";

/** Every organisation in the database: one, so far. For scripts, which belong to none. */
export const listOrganisations = (db: Db): Promise<{ id: Id; name: string }[]> =>
  db.execute<{ id: Id; name: string }>(sql`select id, name from organisation order by created_at, id`);
