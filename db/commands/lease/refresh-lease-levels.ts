import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { listRentBases } from "#db/queries/rent/list-rent-bases.ts";
import { uuidArray } from "#db/sql-arrays.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { leaseLevels } from "#domain/lease/lease-levels.ts";

/** Leases reckoned in one go: a statement of a size that both databases like. */
const batchSize = 500;

/**
 * Rebuilds what leases cover and cost, period by period (lease_level), for some, for those that stand in some buildings, or
 * for all of an organisation. Whoever changes rent lines, tenancies, a lease's days or the net price index calls this in the
 * same transaction; a floor that is parted or measured anew touches every lease of its building.
 */
export async function refreshLeaseLevels(
  db: Db,
  organisationId: Id,
  which: readonly Id[] | { inBuildings: readonly Id[] } | "all",
): Promise<void> {
  const leases = await db.execute<{ id: Id; validFrom: Day; validTo: Day | null }>(sql`
    select k.id, k.valid_from::text as "validFrom", k.valid_to::text as "validTo" from contract k
     where k.organisation_id = ${organisationId} and ${chosen(which)} order by k.id`);
  for (let start = 0; start < leases.length; start += batchSize)
    await refreshSome(db, organisationId, leases.slice(start, start + batchSize));
}

function chosen(which: Parameters<typeof refreshLeaseLevels>[2]): SQL {
  if (which === "all") return sql`true`;
  if (!("inBuildings" in which)) return sql`k.id = any (${uuidArray([...new Set(which)])})`;
  const buildings = uuidArray([...new Set(which.inBuildings)]);
  return sql`k.id in (select t.contract_id from tenancy t where t.building_id = any (${buildings}))`;
}

type Lease = { id: Id; validFrom: Day; validTo: Day | null };

async function refreshSome(db: Db, organisationId: Id, leases: Lease[]): Promise<void> {
  const ids = leases.map(({ id }) => id);
  const bases = await listRentBases(db, organisationId, ids);
  const rows = leases.flatMap(({ id, ...period }) =>
    leaseLevels(bases.get(id)!, period).map((level) => ({
      contract_id: id,
      valid_from: level.validFrom,
      valid_to: level.validTo ?? "infinity",
      area_m2: level.areaM2,
      yearly_ore: level.yearlyOre,
    })),
  );
  await db.execute(sql`delete from lease_level where contract_id = any (${uuidArray(ids)})`);
  await db.execute(sql`
    insert into lease_level (organisation_id, contract_id, valid_from, valid_to, area_m2, yearly_ore)
    select ${organisationId}::uuid, contract_id, valid_from, valid_to, area_m2, yearly_ore
      from json_populate_recordset(null::lease_level, ${JSON.stringify(rows)}::json)`);
}
