import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { uuidArray } from "../../sql-arrays.ts";

/** Everything a version says but its period, its tenure and who it is of: copied where a version is cut in two. */
const facts =
  sql.raw(`responsible_administration_id, use_code, bbr_status, built_year, rebuilt_year, held_area_m2,
  gross_area_m2, housing_area_m2, business_area_m2, footprint_area_m2, storeys, wall_code, roof_code, heating_code,
  heating_medium_code, is_listed, preservation_code, energy_label, source, method, recorded_on`);

/**
 * Moves buildings from outside to KEjd from a day on: the version of that day is cut in two, later ones follow. Where
 * another lease that KEjd does not know runs in a building, the building follows with the last of them. Null where one of
 * them does not stand outside on that day. Answers which buildings there are, and how many m² moved.
 */
export async function moveInto(
  tx: Db,
  actor: Actor,
  buildingIds: readonly Id[],
  tenure: "owned" | "leasedIn",
  from: Day,
  contractId: Id | null = null,
): Promise<{ buildingIds: Id[]; movedM2: number } | null> {
  const versions = await tx.execute<{
    id: Id;
    buildingId: Id;
    validFrom: Day;
    areaM2: number;
    isShared: boolean;
  }>(sql`
    select v.id, v.building_id as "buildingId", v.valid_from::text as "validFrom", v.held_area_m2::float8 as "areaM2",
           exists (select 1 from tenancy t join contract k on k.id = t.contract_id
             where t.building_id = v.building_id and k.kind = 'thirdPartyIn' and k.id is distinct from ${contractId}::uuid
               and (k.known_from is null or k.known_from > ${from}::date)
               and t.valid_from <= ${from}::date and (t.valid_to is null or t.valid_to > ${from}::date)) as "isShared"
      from building_version v
     where v.building_id = any (${uuidArray(buildingIds)}) and v.organisation_id = ${actor.organisationId}
       and v.tenure = 'outside' and v.valid_from <= ${from}::date and (v.valid_to is null or v.valid_to > ${from}::date)
     order by v.building_id for update`);
  if (versions.length !== buildingIds.length || versions.length === 0) return null;
  const moving = versions.filter(({ isShared }) => !isShared);
  for (const { id, validFrom, buildingId } of moving) {
    if (validFrom < from) await cutVersion(tx, id, from);
    await tx.execute(sql`
      update building_version set tenure = ${tenure}
       where building_id = ${buildingId}::uuid and organisation_id = ${actor.organisationId} and tenure = 'outside'
         and valid_from >= ${from}::date`);
  }
  return { buildingIds: [...buildingIds], movedM2: moving.reduce((sum, { areaM2 }) => sum + areaM2, 0) };
}

/** Ends a version on a day and begins another of the same facts; the end is written first, for two at once are refused. */
async function cutVersion(tx: Db, id: Id, from: Day): Promise<void> {
  const [before] = await tx.execute<{ validTo: Day | null }>(
    sql`select valid_to::text as "validTo" from building_version where id = ${id}::uuid`,
  );
  await tx.execute(sql`update building_version set valid_to = ${from}::date where id = ${id}::uuid`);
  await tx.execute(sql`
    insert into building_version (id, organisation_id, building_id, valid_from, valid_to, tenure, ${facts})
    select ${newId()}::uuid, organisation_id, building_id, ${from}::date, ${before!.validTo}::date, tenure, ${facts}
      from building_version where id = ${id}::uuid`);
}
