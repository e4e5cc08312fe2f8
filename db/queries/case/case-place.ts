import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Tenant } from "#domain/case/bearers-of.ts";
import { scopeOf } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { responsibilityTenureOf, type ResponsibilityTenure } from "#domain/responsibility/terms.ts";
import { uuidArray } from "../../sql-arrays.ts";
import { withinScope } from "../portfolio-filter.ts";

/** A place where something can be asked for: whose it is there, and what decides who acts. */
export interface CasePlace {
  buildingId: Id;
  buildingName: string;
  address: string;
  spaceId: Id | null;
  spaceName: string | null;
  tenure: ResponsibilityTenure;
  unitId: Id | null;
  administrationId: Id | null;
  contractIds: Id[];
  tenants: Tenant[];
}

export interface AskedPlace {
  buildingId: Id;
  spaceId: Id | null;
}

/** Whose place it is, where that is not for the actor's scope to say: a code on a wall, a recurring service. */
export interface GivenHolder {
  organisationId: Id;
  unitId: Id | null;
}

type Row = Omit<CasePlace, "tenure"> & { tenure: "owned" | "leasedIn" | "outside" } & Record<string, unknown>;

/**
 * The place, if the actor may ask for something there on a day: a leader in the buildings of her units, an
 * administration user in those of the administration, a manager anywhere; else null. The case belongs to the unit that
 * has the room; without a room to the actor's own unit there, or to the only one there is.
 */
export async function getCasePlace(
  db: Db,
  actor: Actor,
  asked: AskedPlace,
  today: Day,
): Promise<CasePlace | null> {
  const { unitIds, administrationIds } = scopeOf(actor, "cases", "write");
  const own = uuidArray(administrationIds);
  return readPlace(db, asked, today, {
    organisationId: actor.organisationId,
    mayAsk: withinScope(actor, "cases", sql`r`, "write"),
    preferred: sql`(u.id = any (${uuidArray(unitIds)}) or u.administration_id = any (${own}))`,
    isOwnOnly: unitIds.length > 0,
    administrationIds: own,
  });
}

/** The place as it is, for a sender whose right to it was proven otherwise. */
export const getGivenPlace = (
  db: Db,
  holder: GivenHolder,
  asked: AskedPlace,
  today: Day,
): Promise<CasePlace | null> =>
  readPlace(db, asked, today, {
    organisationId: holder.organisationId,
    mayAsk: sql`r.organisation_id = ${holder.organisationId}`,
    preferred: holder.unitId ? sql`u.id = ${holder.unitId}` : sql`false`,
    isOwnOnly: holder.unitId !== null,
    administrationIds: uuidArray([]),
  });

interface Reading {
  organisationId: Id;
  mayAsk: SQL;
  /** Which units of the place the case would rather belong to. */
  preferred: SQL;
  /** Whether it can belong to no other. */
  isOwnOnly: boolean;
  /** The administrations that the case would rather belong to where it is no single unit's. */
  administrationIds: SQL;
}

async function readPlace(db: Db, asked: AskedPlace, today: Day, reading: Reading): Promise<CasePlace | null> {
  const { buildingId, spaceId } = asked;
  const holds = (alias: string) => {
    const row = sql.identifier(alias);
    return sql`(${row}.valid_from <= ${today}::date and (${row}.valid_to is null or ${row}.valid_to > ${today}::date))`;
  };
  const [row] = await db.execute<Row>(sql`
    with place as (
      select r.*, s.id as space_id, nullif(concat_ws(' ', s.number, s.name), '') as space_name
        from portfolio_row r
        left join space s on s.id = ${spaceId}::uuid and s.building_id = r.building_id and ${holds("s")}
       where r.building_id = ${buildingId}::uuid and r.valid_from <= ${today}::date and r.valid_to > ${today}::date
         and ${reading.mayAsk} and (${spaceId}::uuid is null or s.id is not null)
    ), used as (
      select t.space_id, k.unit_id, coalesce(s.area_m2, 0) as area_m2, k.id as contract_id
        from tenancy t join contract k on k.id = t.contract_id left join space s on s.id = t.space_id
       where t.building_id = ${buildingId}::uuid and ${holds("t")} and ${holds("k")}
      union all
      select o.space_id, o.unit_id, 0, null from occupation o
       where o.building_id = ${buildingId}::uuid and ${holds("o")}
    ), holder as (
      select u.id, u.administration_id, sum(x.area_m2)::float8 as area_m2, bool_or(${reading.preferred}) as is_preferred,
             bool_or(x.space_id = ${spaceId}::uuid) as has_room
        from used x join unit u on u.id = x.unit_id group by u.id
    ), chosen as (
      select h.* from holder h
       where (h.is_preferred and (${reading.isOwnOnly}::boolean or (select count(*) from holder where is_preferred) = 1))
          or (not ${reading.isOwnOnly}::boolean and (h.has_room or (select count(*) from holder) = 1))
       order by h.has_room desc nulls last, h.is_preferred desc, h.area_m2 desc, h.id limit 1
    )
    select p.building_id as "buildingId", p.name as "buildingName", p.address, p.space_id as "spaceId",
           p.space_name as "spaceName", p.tenure, c.id as "unitId",
           coalesce(c.administration_id, (select a from unnest(p.administration_ids) a
              where a = any (${reading.administrationIds}) limit 1), p.main_administration_id) as "administrationId",
           (select coalesce(json_agg(distinct x.contract_id), '[]') from used x
             where x.contract_id is not null and (${spaceId}::uuid is null or x.space_id = ${spaceId}::uuid)
               and (c.id is null or x.unit_id = c.id or x.unit_id is null)) as "contractIds",
           (select coalesce(json_agg(json_build_object('unitId', h.id, 'administrationId', h.administration_id,
                     'areaM2', h.area_m2) order by h.id), '[]') from holder h where h.area_m2 > 0) as tenants
      from place p left join chosen c on true`);
  return row ? { ...row, tenure: responsibilityTenureOf(row.tenure) } : null;
}
