import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { uuidArray } from "#db/sql-arrays.ts";
import type { Id } from "#domain/id.ts";

/** An event that was made known lately, and of which case. */
export interface FreshEvent {
  id: Id;
  caseId: Id;
}

const mostAtOnce = 1_000;

/** What was made known in these organisations since an instant. */
export const listFreshEvents = (
  db: Db,
  organisationIds: readonly Id[],
  since: Date,
): Promise<(FreshEvent & Record<string, unknown>)[]> =>
  db.execute<FreshEvent & Record<string, unknown>>(sql`
    select id, case_id as "caseId" from case_event
     where organisation_id = any (${uuidArray(organisationIds)}) and recorded_at >= ${since.toISOString()}::timestamptz
     order by recorded_at desc, id desc limit ${mostAtOnce}`);
