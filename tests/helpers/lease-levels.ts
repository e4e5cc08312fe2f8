import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { refreshLeaseLevels } from "#db/commands/lease/refresh-lease-levels.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** All that leases cover and cost, by lease and day, as it is kept. */
export const keptLevels = async (db: Db, organisationId: Id) => [
  ...(await db.execute<{ id: Id; from: Day; to: Day; areaM2: number; yearlyOre: number | null }>(sql`
    select contract_id as id, valid_from::text as "from", valid_to::text as "to", area_m2::float8 as "areaM2",
           yearly_ore::float8 as "yearlyOre"
      from lease_level where organisation_id = ${organisationId} order by contract_id, valid_from`)),
];

/** The same, reckoned from nothing: what is kept must be this after every command. */
export async function rebuiltLevels(db: Db, organisationId: Id) {
  await refreshLeaseLevels(db, organisationId, "all");
  return keptLevels(db, organisationId);
}
