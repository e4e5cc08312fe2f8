import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { PremiseSpace } from "#domain/lease/premises-change.ts";

const most = 2_000;

/**
 * The spaces on a day of the buildings that a lease lies in, with everyone who has or will have them: what the lease can hand back
 * or take. By building, floor and number. The caller keeps leases and may read this one.
 */
export async function listPremiseSpaces(
  db: Db,
  organisationId: Id,
  contractId: Id,
  on: Day,
): Promise<PremiseSpace[]> {
  const rows = await db.execute<PremiseSpace & Record<string, unknown>>(sql`
    select s.id, s.number, b.name as building, b.id as "buildingId", f.id as "floorId", f.level, s.area_m2::float8 as "areaM2",
           s.is_undivided as "isUndivided", s.valid_from::text as "validFrom", s.valid_to::text as "validTo",
           coalesce((select json_agg(json_build_object('lease', k.number, 'contractId', k.id, 'side', t.side,
               'validFrom', t.valid_from, 'validTo', t.valid_to) order by t.valid_from)
             from tenancy t join contract k on k.id = t.contract_id where t.space_id = s.id), '[]') as tenancies
      from space s join floor f on f.id = s.floor_id join building b on b.id = s.building_id
     where s.organisation_id = ${organisationId} and s.valid_from <= ${on}::date and (s.valid_to is null or s.valid_to > ${on}::date)
       and s.building_id in (select building_id from tenancy where contract_id = ${contractId}
             and (valid_to is null or valid_to > ${on}::date))
     order by b.name, b.id, f.level, s.number, s.id limit ${most}`);
  return [...rows];
}
