import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { scopeOf } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { uuidArray } from "../../sql-arrays.ts";
import { withinScope } from "../portfolio-filter.ts";

/** A building where the actor may ask for something. */
export interface AskPlace {
  id: Id;
  name: string;
  address: string;
}

export interface AskRoom {
  id: Id;
  label: string;
  level: number;
}

const mostPlaces = 60;

/**
 * The buildings to choose among: a leader's own, those of an administration, and whichever one is named. Whoever
 * reaches the whole portfolio comes from a building's page, so is given only that.
 */
export async function listAskPlaces(db: Db, actor: Actor, named: Id | null, on: Day): Promise<AskPlace[]> {
  const { unitIds, administrationIds } = scopeOf(actor, "cases", "write");
  return [
    ...(await db.execute<AskPlace & Record<string, unknown>>(sql`
      select r.building_id as id, r.name, r.address
        from portfolio_row r
       where r.valid_from <= ${on}::date and r.valid_to > ${on}::date and ${withinScope(actor, "cases", sql`r`, "write")}
         and (r.building_id = ${named}::uuid or r.unit_ids && ${uuidArray(unitIds)}
              or r.administration_ids && ${uuidArray(administrationIds)})
       order by r.building_id = ${named}::uuid desc nulls last, r.unit_ids && ${uuidArray(unitIds)} desc, r.area_m2 desc, r.building_id
       limit ${mostPlaces}`)),
  ];
}

/** The rooms of a building where the actor may ask; those that only a protected unit elsewhere uses are not named. */
export async function listAskRooms(db: Db, actor: Actor, buildingId: Id, on: Day): Promise<AskRoom[]> {
  const { seesProtected, unitIds, administrationIds } = scopeOf(actor, "cases", "write");
  const holds = (alias: string) => {
    const row = sql.identifier(alias);
    return sql`${row}.valid_from <= ${on}::date and (${row}.valid_to is null or ${row}.valid_to > ${on}::date)`;
  };
  return [
    ...(await db.execute<AskRoom & Record<string, unknown>>(sql`
      select s.id, concat_ws(' ', s.number, s.name) as label, f.level
        from space s join floor f on f.id = s.floor_id
       where s.building_id = ${buildingId} and s.organisation_id = ${actor.organisationId} and ${holds("s")}
         and exists (select 1 from portfolio_row r where r.building_id = s.building_id and r.valid_from <= ${on}::date
                        and r.valid_to > ${on}::date and ${withinScope(actor, "cases", sql`r`, "write")})
         and not exists (
           select 1 from tenancy t join contract k on k.id = t.contract_id join unit u on u.id = k.unit_id
            where t.space_id = s.id and ${holds("t")} and u.is_protected and ${seesProtected !== "all"}::boolean
              and not (u.id = any (${uuidArray(unitIds)}) or u.administration_id = any (${uuidArray(administrationIds)})))
       order by f.level, s.number, s.id limit 500`)),
  ];
}
