import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { withinScope } from "../portfolio-filter.ts";

/** A unit in a building whose use the actor may tell, and what is known of it today. */
export interface ReportPlace {
  unitId: Id;
  unitName: string;
  buildingId: Id;
  buildingName: string;
  address: string;
  /** How many there is room for, and when the unit last told of its use itself. */
  places: number | null;
  reportedOn: Day | null;
}

const holds = (alias: string, on: Day): SQL => {
  const row = sql.identifier(alias);
  return sql`${row}.valid_from <= ${on}::date and (${row}.valid_to is null or ${row}.valid_to > ${on}::date)`;
};

const rows = (actor: Actor, on: Day, only: SQL, limit: number): SQL => sql`
  select w.unit_id as "unitId", w.unit_name as "unitName", w.building_id as "buildingId", b.name as "buildingName",
         a.street || ' ' || a.house_number as address,
         (select c.persons from use_capacity c where c.unit_id = w.unit_id and c.building_id = w.building_id
             and ${holds("c", on)}) as places,
         (select max(p.recorded_on)::text from use_pattern p where p.unit_id = w.unit_id and p.building_id = w.building_id
             and p.space_id is null and p.noted_by is not null and ${holds("p", on)}) as "reportedOn"
    from (select distinct n.id as unit_id, n.name as unit_name, x.building_id, n.organisation_id, n.is_protected,
                 array[n.administration_id] as administration_ids, array[n.id] as unit_ids
            from (select k.unit_id, t.building_id from contract k join tenancy t on t.contract_id = k.id
                   where k.organisation_id = ${actor.organisationId} and ${holds("t", on)} and ${holds("k", on)}
                  union select o.unit_id, o.building_id from occupation o
                   where o.organisation_id = ${actor.organisationId} and ${holds("o", on)}) x
            join unit n on n.id = x.unit_id) w
    join building b on b.id = w.building_id join address a on a.id = b.address_id
   where ${withinScope(actor, "colocation", sql`w`, "write")} and ${only}
   order by danish_order(w.unit_name), danish_order(b.name), b.id limit ${limit}`;

/** Where the actor may tell of use, by unit and building; those that hold the words typed. */
export async function listReportPlaces(db: Db, actor: Actor, on: Day, text: string): Promise<ReportPlace[]> {
  const only = sql`fold_danish(w.unit_name || ' ' || b.name) like
    '%' || replace(replace(fold_danish(${text.trim()}), '%', ''), '_', '') || '%'`;
  return [...(await db.execute<ReportPlace & Record<string, unknown>>(rows(actor, on, only, 40)))];
}

/** One of them, or null where the actor may not tell of it. */
export async function getReportPlace(
  db: Db,
  actor: Actor,
  { unitId, buildingId }: { unitId: Id; buildingId: Id },
  on: Day,
): Promise<ReportPlace | null> {
  const only = sql`w.unit_id = ${unitId} and w.building_id = ${buildingId}`;
  const [row] = await db.execute<ReportPlace & Record<string, unknown>>(rows(actor, on, only, 1));
  return row ?? null;
}
