import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Assumptions } from "#domain/condition/assumption.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** What an organisation reckons with on a day, by key. @example assumed(await getAssumptions(db, organisationId, on), "overheadRate") */
export async function getAssumptions(db: Db, organisationId: Id, on: Day): Promise<Assumptions> {
  const rows = await db.execute<{ key: string; value: number }>(sql`
    select key, value::float8 as value from assumption
     where organisation_id = ${organisationId} and valid_from <= ${on}::date
       and (valid_to is null or valid_to > ${on}::date)`);
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}
