import { sql } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { StagedRow } from "#domain/staged/staged-row.ts";
import type { Db } from "../../client.server.ts";
import { uuidArray } from "../../sql-arrays.ts";
import { rowColumns, rowOf, type RowColumns } from "./staged-columns.ts";
import { stagedFrom } from "./staged-filter.ts";

/** The rows of some ids that nobody has decided about yet, in the order of their files. */
export async function listWaitingRows(
  db: Db,
  { organisationId }: Pick<Actor, "organisationId">,
  ids: Id[],
): Promise<StagedRow[]> {
  const rows = await db.execute<RowColumns & Record<string, unknown>>(sql`
    select ${rowColumns} from ${stagedFrom}
     where s.organisation_id = ${organisationId} and s.id = any (${uuidArray(ids)}) and s.decision is null
     order by s.id`);
  return rows.map(rowOf);
}
