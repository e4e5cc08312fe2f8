import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";

/** A value with its source, its owner and its days. */
export interface AssumptionPeriod {
  value: number;
  source: string;
  owner: string;
  validFrom: Day;
  validTo: Day | null;
}

export interface AssumptionRow {
  key: string;
  unit: string;
  /** All its periods, the newest first; the last of them may be yet to come. */
  periods: AssumptionPeriod[];
}

/** Everything that is reckoned with, with its whole history. It belongs to the organisation and is open to its readers. */
export async function listAssumptions(db: Db, actor: Actor): Promise<AssumptionRow[]> {
  const rows = await db.execute<AssumptionRow & Record<string, unknown>>(sql`
    select key, (array_agg(unit order by valid_from desc))[1] as unit,
           json_agg(json_build_object('value', value, 'source', source, 'owner', owner, 'validFrom', valid_from,
             'validTo', valid_to) order by valid_from desc) as periods
      from assumption where organisation_id = ${actor.organisationId} group by key order by key limit 1000`);
  return [...rows];
}
