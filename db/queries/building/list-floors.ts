import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { contractVisibleTo, unitVisibleTo } from "./visible-to.ts";

export interface SpaceRow {
  id: Id;
  number: string;
  name: string | null;
  roomUse: string | null;
  areaM2: number;
  isUndivided: boolean;
  unitName: string | null;
  leaseNumber: string | null;
  isLet: boolean;
  persons: number | null;
  isDigitised: boolean;
}

export interface FloorRow {
  id: Id;
  level: number;
  areaM2: number;
  letM2: number;
  digitisedM2: number;
  spaces: SpaceRow[];
}

/**
 * The floors of a building on a day with their spaces, top floor first. Whose they are stays unsaid where the actor may
 * not know. The caller has made sure that the actor may see the building (`getBuilding`).
 */
export async function listFloors(db: Db, actor: Actor, buildingId: Id, on: Day): Promise<FloorRow[]> {
  const rows = await db.execute<{ floors: FloorRow[] } & Record<string, unknown>>(sql`
    with let as (
      select t.space_id, case when ${contractVisibleTo(actor)} then k.number end as number,
             case when u.id is null and ${contractVisibleTo(actor)} then k.counterparty
                  when ${unitVisibleTo(actor)} then u.name end as unit_name
        from tenancy t join contract k on k.id = t.contract_id left join unit u on u.id = k.unit_id
       where t.building_id = ${buildingId} and t.side = 'out' and t.valid_from <= ${on}::date
         and (t.valid_to is null or t.valid_to > ${on}::date)
    ), used as (
      select o.space_id, sum(o.persons)::int as persons,
             string_agg(distinct case when ${unitVisibleTo(actor)} then u.name end, ', ') as unit_name
        from occupation o join unit u on u.id = o.unit_id
       where o.building_id = ${buildingId} and o.valid_from <= ${on}::date
         and (o.valid_to is null or o.valid_to > ${on}::date)
       group by o.space_id
    ), spaces as (
      select s.floor_id, s.area_m2, l.space_id is not null as is_let,
             (l.space_id is not null and o.space_id is not null and s.room_use is not null) as is_digitised,
             json_build_object('id', s.id, 'number', s.number, 'name', s.name, 'roomUse', s.room_use,
               'areaM2', s.area_m2, 'isUndivided', s.is_undivided, 'unitName', coalesce(o.unit_name, l.unit_name),
               'leaseNumber', l.number, 'isLet', l.space_id is not null, 'persons', o.persons,
               'isDigitised', (l.space_id is not null and o.space_id is not null and s.room_use is not null)) as space,
             s.number
        from space s left join let l on l.space_id = s.id left join used o on o.space_id = s.id
       where s.building_id = ${buildingId} and s.valid_from <= ${on}::date
         and (s.valid_to is null or s.valid_to > ${on}::date)
    )
    select coalesce(json_agg(f.floor order by f.level desc), '[]') as floors from (
      select f.level, json_build_object('id', f.id, 'level', f.level, 'areaM2', f.area_m2,
               'letM2', coalesce(sum(s.area_m2) filter (where s.is_let), 0),
               'digitisedM2', coalesce(sum(s.area_m2) filter (where s.is_digitised), 0),
               'spaces', coalesce(json_agg(s.space order by s.number) filter (where s.space is not null), '[]')) as floor
        from floor f left join spaces s on s.floor_id = f.id
       where f.building_id = ${buildingId} and f.organisation_id = ${actor.organisationId}
         and f.valid_from <= ${on}::date and (f.valid_to is null or f.valid_to > ${on}::date)
       group by f.id) f`);
  return rows[0]?.floors ?? [];
}
