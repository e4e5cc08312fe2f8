import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { scopeOf } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import { uuidArray } from "../sql-arrays.ts";
import { withinScope } from "./portfolio-filter.ts";
import { yearlyRentOn } from "./lease/rent-on.ts";

/** A unit that the actor leads, with where it is and what it rents. Areas in m², money in øre. */
export interface PlaceRow {
  unitId: Id;
  unitName: string;
  administrationName: string;
  buildings: {
    id: Id;
    name: string;
    address: string;
    leasedM2: number;
    condition: Condition | null;
    surveyedOn: Day | null;
    exteriorBacklogOre: number;
    backlogFrom: Day | null;
    /** The rooms that the unit uses there, floor by floor. */
    rooms: { id: Id; label: string }[];
  }[];
  leases: { id: Id; number: string; annualRentOre: number | null }[];
}

/** The units that an actor leads or stands in for, on a day, each with its buildings and the leases in force. */
export async function listPlaces(db: Db, actor: Actor, on: Day): Promise<PlaceRow[]> {
  const { unitIds } = scopeOf(actor, "register", "read");
  if (unitIds.length === 0) return [];
  const inForce = (alias: "t" | "o" | "k" | "e") => {
    const row = sql.identifier(alias);
    return sql`${row}.valid_from <= ${on}::date and (${row}.valid_to is null or ${row}.valid_to > ${on}::date)`;
  };
  const rows = await db.execute<PlaceRow & Record<string, unknown>>(sql`
    select u.id as "unitId", u.name as "unitName", n.name as "administrationName",
           (select coalesce(json_agg(json_build_object('id', r.building_id, 'name', r.name, 'address', r.address,
                     'rooms', (
                       select coalesce(json_agg(json_build_object('id', s.id, 'label', concat_ws(' ', s.number, s.name))
                                       order by f.level, s.number, s.id), '[]')
                         from space s join floor f on f.id = s.floor_id
                        where s.building_id = r.building_id and not s.is_undivided and exists (
                          select 1 from occupation o where o.space_id = s.id and o.unit_id = u.id and ${inForce("o")})),
                     'leasedM2', p.leased_m2, 'condition', r.condition, 'surveyedOn', r.surveyed_on,
                     'exteriorBacklogOre', r.exterior_backlog_ore, 'backlogFrom', (
                       select e.valid_from from backlog_estimate e
                        where e.building_id = r.building_id and e.kind = 'exterior' and ${inForce("e")}))
                     order by p.leased_m2 desc, r.name), '[]')
              from (select x.building_id, sum(x.area_m2) as leased_m2 from (
                      select t.building_id, s.area_m2 from contract k join tenancy t on t.contract_id = k.id
                        join space s on s.id = t.space_id where k.unit_id = u.id and ${inForce("t")}
                      union all
                      select o.building_id, 0 from occupation o where o.unit_id = u.id and ${inForce("o")}) x
                     group by x.building_id) p
              join portfolio_row r on r.building_id = p.building_id
               and r.valid_from <= ${on}::date and r.valid_to > ${on}::date and ${withinScope(actor, "register")}
           ) as buildings,
           (select coalesce(json_agg(json_build_object('id', k.id, 'number', k.number, 'annualRentOre', ${yearlyRentOn(on)})
                     order by k.number), '[]')
              from contract k where k.unit_id = u.id and ${inForce("k")}) as leases
      from unit u join administration n on n.id = u.administration_id
     where u.organisation_id = ${actor.organisationId} and u.id = any (${uuidArray(unitIds)})
     order by u.name, u.id`);
  return [...rows];
}
