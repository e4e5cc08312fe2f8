import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";

/** Orders done before an instant that nobody has confirmed or opened again since. */
export const listLongDone = (db: Db, organisationId: Id, before: Date, most: number): Promise<{ id: Id }[]> =>
  db.execute<{ id: Id }>(sql`
    select id from service_order
     where organisation_id = ${organisationId} and state in ('done', 'confirmed')
       and resolved_at < ${before.toISOString()}::timestamptz
     order by resolved_at, id limit ${most}`);
