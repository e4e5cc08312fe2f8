import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { responsibilityTenureOf, type ResponsibilityTenure } from "#domain/responsibility/terms.ts";

/** Where the question is asked: a building, perhaps a room in it, perhaps for a unit. */
export interface AskedPlace {
  buildingId: Id;
  spaceId?: Id | null;
  unitId?: Id | null;
}

/** What the matrix wants to know of a place on a day. */
export interface ResponsibilityPlace {
  tenure: ResponsibilityTenure;
  administrationId: Id | null;
  contractIds: Id[];
}

/**
 * How a place is held on a day, whose administration uses it, and the contracts that cover it. Null where the building
 * or the room was not there that day. The administration is that of the unit named, else of who uses the room, else of
 * who uses most of the building, else of who answers for it. The caller has judged whether the asker may know the place.
 */
export async function getResponsibilityPlace(
  db: Db,
  organisationId: Id,
  { buildingId, spaceId = null, unitId = null }: AskedPlace,
  on: Day,
): Promise<ResponsibilityPlace | null> {
  const [row] = await db.execute<{
    tenure: "owned" | "leasedIn" | "outside";
    administrationId: Id | null;
  }>(sql`
    select v.tenure, coalesce(
             (select u.administration_id from unit u where u.id = ${unitId}::uuid and u.organisation_id = v.organisation_id),
             (select u.administration_id from occupation o join unit u on u.id = o.unit_id
               where o.space_id = ${spaceId}::uuid and o.valid_from <= ${on}::date
                 and (o.valid_to is null or o.valid_to > ${on}::date) order by o.valid_from desc, o.id limit 1),
             (select k.administration_id from tenancy t join contract k on k.id = t.contract_id
               where t.space_id = ${spaceId}::uuid and k.kind = 'internal' and t.valid_from <= ${on}::date
                 and (t.valid_to is null or t.valid_to > ${on}::date) order by k.id limit 1),
             (select r.main_administration_id from portfolio_row r
               where r.building_id = v.building_id and r.valid_from <= ${on}::date and r.valid_to > ${on}::date limit 1),
             v.responsible_administration_id) as "administrationId"
      from building_version v
     where v.building_id = ${buildingId} and v.organisation_id = ${organisationId}
       and v.valid_from <= ${on}::date and (v.valid_to is null or v.valid_to > ${on}::date)
       and (${spaceId}::uuid is null or exists (select 1 from space s
             where s.id = ${spaceId}::uuid and s.building_id = v.building_id and s.valid_from <= ${on}::date
               and (s.valid_to is null or s.valid_to > ${on}::date)))
     limit 1`);
  if (!row) return null;
  const contractIds = await contractsCovering(db, organisationId, { buildingId, spaceId, unitId }, on);
  return { tenure: responsibilityTenureOf(row.tenure), administrationId: row.administrationId, contractIds };
}

/**
 * The contracts that speak of the place: of a room, those that cover it; of a unit's part, its own and what the house
 * is rented by; of a whole building, those that are alone of their kind, since the lease of a part says nothing about
 * the neighbour's.
 */
async function contractsCovering(
  db: Db,
  organisationId: Id,
  { buildingId, spaceId, unitId }: AskedPlace,
  on: Day,
): Promise<Id[]> {
  const rows = await db.execute<{ id: Id }>(sql`
    with covering as (
      select k.id, k.kind, k.unit_id, count(*) over (partition by k.kind) as of_kind
        from contract k
       where k.organisation_id = ${organisationId} and k.id in (
         select t.contract_id from tenancy t
          where t.building_id = ${buildingId} and (${spaceId}::uuid is null or t.space_id = ${spaceId}::uuid)
            and t.valid_from <= ${on}::date and (t.valid_to is null or t.valid_to > ${on}::date)))
    select id from covering
     where case when ${spaceId}::uuid is not null then true
                when ${unitId}::uuid is not null then unit_id = ${unitId}::uuid or (kind = 'thirdPartyIn' and of_kind = 1)
                else of_kind = 1 end
     order by id`);
  return rows.map(({ id }) => id);
}
