import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** How many services come again to a unit in the buildings of a lease, and would stop with it. The caller may read the lease. */
export async function countStoppedServices(
  db: Db,
  actor: Actor,
  contractId: Id,
  unitId: Id,
  on: Day,
): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from recurring_service r
     where r.organisation_id = ${actor.organisationId} and r.unit_id = ${unitId} and r.stopped_at is null
       and (r.ends_on is null or r.ends_on >= ${on}::date)
       and r.building_id in (select building_id from tenancy where contract_id = ${contractId})
       and not exists (select 1 from tenancy t join contract k on k.id = t.contract_id
             where t.building_id = r.building_id and k.unit_id = ${unitId} and k.id <> ${contractId}
               and (t.valid_to is null or t.valid_to > ${on}::date) and (k.valid_to is null or k.valid_to > ${on}::date))`);
  return row!.count;
}
