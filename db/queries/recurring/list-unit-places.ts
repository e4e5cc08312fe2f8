import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { withinCaseScope } from "#db/queries/case/visible-cases.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** A unit in a building that it rents or uses: where a service can come again. */
export interface UnitPlace {
  unitId: Id;
  unitName: string;
  buildingId: Id;
  buildingName: string;
}

const holds = (alias: string, on: Day): SQL => {
  const row = sql.identifier(alias);
  return sql`${row}.valid_from <= ${on}::date and (${row}.valid_to is null or ${row}.valid_to > ${on}::date)`;
};

const places = (actor: Actor, on: Day): SQL => sql`(
  select distinct p.unit_id, p.building_id, n.organisation_id, n.administration_id, n.name as unit_name
    from (select k.unit_id, t.building_id from contract k join tenancy t on t.contract_id = k.id
           where k.organisation_id = ${actor.organisationId} and k.unit_id is not null and ${holds("t", on)} and ${holds("k", on)}
          union select o.unit_id, o.building_id from occupation o
           where o.organisation_id = ${actor.organisationId} and ${holds("o", on)}) p
    join unit n on n.id = p.unit_id)`;

const most = 300;

/** Where the actor may order for a unit: its buildings today, by name; those that hold the words typed. */
export async function listUnitPlaces(db: Db, actor: Actor, on: Day, text = ""): Promise<UnitPlace[]> {
  const rows = await db.execute<UnitPlace & Record<string, unknown>>(sql`
    select w.unit_id as "unitId", w.unit_name as "unitName", w.building_id as "buildingId", b.name as "buildingName"
      from ${places(actor, on)} w join building b on b.id = w.building_id
     where ${withinCaseScope(actor, sql`w`, "write")}
       and fold_danish(w.unit_name || ' ' || b.name) like '%' || replace(replace(fold_danish(${text.trim()}), '%', ''), '_', '') || '%'
     order by danish_order(w.unit_name), danish_order(b.name), b.id limit ${most}`);
  return [...rows];
}

/** Whether a place is one of them, and the lease that ends last there; null where the actor may not order there. */
export async function getUnitPlace(
  db: Db,
  actor: Actor,
  place: { unitId: Id; buildingId: Id },
  on: Day,
): Promise<{ contractId: Id | null } | null> {
  const [row] = await db.execute<{ contractId: Id | null }>(sql`
    select (select k.id from contract k join tenancy t on t.contract_id = k.id
             where k.unit_id = w.unit_id and t.building_id = w.building_id and ${holds("t", on)} and ${holds("k", on)}
             order by k.valid_to desc nulls first, k.id limit 1) as "contractId"
      from ${places(actor, on)} w
     where w.unit_id = ${place.unitId} and w.building_id = ${place.buildingId}
       and ${withinCaseScope(actor, sql`w`, "write")}`);
  return row ?? null;
}
