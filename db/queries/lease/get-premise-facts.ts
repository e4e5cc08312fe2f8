import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { PremiseFacts } from "#domain/lease/check-premises.ts";
import type { LeaseForm } from "#domain/lease/lease-form.ts";
import { isId } from "#domain/id.ts";
import { uuidArray } from "../../sql-arrays.ts";
import { withinScope } from "../portfolio-filter.ts";

/** Whose the lease will be: the unit and administration that a form names by code, as far as the actor writes for them. */
export async function findLeaseHolder(
  db: Db,
  actor: Actor,
  { unit, administration }: Pick<LeaseForm, "unit" | "administration">,
): Promise<{ unitId: string | null; administrationId: string | null }> {
  const [row] = await db.execute<{ unitId: string | null; administrationId: string | null }>(sql`
    with chosen as (
      select u.id as unit_id, u.administration_id from unit u
       where u.organisation_id = ${actor.organisationId} and u.code = ${unit.trim()}
    ), named as (
      select n.id from administration n where n.organisation_id = ${actor.organisationId} and n.code = ${administration.trim()}
    )
    select x.unit_id as "unitId", x.administration_id as "administrationId" from (
      select (select unit_id from chosen) as unit_id,
             coalesce((select administration_id from chosen), (select id from named)) as administration_id) x
     where exists (select 1 from (select ${actor.organisationId}::uuid as organisation_id,
             array_remove(array[x.administration_id], null) as administration_ids,
             array_remove(array[x.unit_id], null) as unit_ids, false as is_protected) r
             where ${withinScope(actor, "leases", sql`r`, "write")})`);
  return row ?? { unitId: null, administrationId: null };
}

/** What the register knows of the premises of a typed lease, whoever else stands in them: the caller keeps leases. */
export async function getPremiseFacts(db: Db, actor: Actor, form: LeaseForm): Promise<PremiseFacts> {
  const buildings = uuidArray([...new Set(form.premises.map(({ buildingId }) => buildingId).filter(isId))]);
  const { organisationId } = actor;
  const [row] = await db.execute<
    Pick<PremiseFacts, "spaces" | "floors" | "buildings"> & Record<string, unknown>
  >(sql`
    select (select coalesce(json_agg(json_build_object('id', s.id, 'number', s.number, 'areaM2', s.area_m2, 'floorId', s.floor_id,
              'isUndivided', s.is_undivided, 'validFrom', s.valid_from, 'validTo', s.valid_to,
              'tenancies', coalesce((select json_agg(json_build_object('lease', k.number, 'contractId', k.id, 'side', t.side,
                  'validFrom', t.valid_from, 'validTo', t.valid_to) order by t.valid_from)
                from tenancy t join contract k on k.id = t.contract_id where t.space_id = s.id), '[]'))), '[]')
              from space s where s.building_id = any (${buildings}) and s.organisation_id = ${organisationId}) as spaces,
           (select coalesce(json_agg(json_build_object('id', f.id, 'level', f.level, 'areaM2', f.area_m2, 'buildingId', f.building_id,
              'validFrom', f.valid_from, 'validTo', f.valid_to)), '[]')
              from floor f where f.building_id = any (${buildings}) and f.organisation_id = ${organisationId}) as floors,
           (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name, 'versions',
              (select coalesce(json_agg(json_build_object('tenure', v.tenure, 'validFrom', v.valid_from, 'validTo', v.valid_to)), '[]')
                 from building_version v where v.building_id = b.id))), '[]')
              from building b where b.id = any (${buildings}) and b.organisation_id = ${organisationId}) as buildings`);
  const { unitId, administrationId } = await findLeaseHolder(db, actor, form);
  return { ...row!, hasUnit: unitId !== null, hasAdministration: administrationId !== null };
}
