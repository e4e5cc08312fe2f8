import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { IndexFigure } from "#domain/backlog/price-index.ts";
import type { Id } from "#domain/id.ts";

/** The index that building works are reckoned by. */
const workIndex = "construction";

/** The figures of an organisation's index of building works as they stand: of each month the one recorded last. */
export async function listIndexFigures(db: Db, organisationId: Id): Promise<IndexFigure[]> {
  const rows = await db.execute<IndexFigure & Record<string, unknown>>(sql`
    select distinct on (month) month::text as month, value::float8 as value from price_index
     where organisation_id = ${organisationId} and key = ${workIndex} order by month, recorded_at desc`);
  return [...rows];
}
