import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { CaseUnit } from "#domain/colocation/case-inputs.ts";
import type { Day } from "#domain/day-count.ts";
import type { Id } from "#domain/id.ts";
import { premisesSpaces, usedOfPremises } from "./premises-spaces.ts";
import { visibleUnit } from "./visible-cases.ts";

/** The units of a case that the actor sees, with what they need and what they use of the case's premises on a day. */
export const readUnits = async (db: Db, actor: Actor, caseId: Id, on: Day): Promise<CaseUnit[]> => [
  ...(await db.execute<CaseUnit & Record<string, unknown>>(sql`
    with ${premisesSpaces(caseId, on)}, ${usedOfPremises(on)}
    select x.id, x.unit_id as "unitId", u.name, u.kind, u.administration_id as "administrationId",
           a.code as administration, x.employees,
           coalesce((select json_agg(json_build_object('roomFunction', n.room_function, 'places', n.places,
             'areaM2', n.area_m2, 'mayShare', n.may_share) order by n.room_function)
             from colocation_unit_need n where n.colocation_unit_id = x.id), '[]') as needs,
           coalesce((select json_agg(json_build_object('weekday', h.weekday, 'fromHour', h.from_hour,
             'toHour', h.to_hour, 'persons', h.persons) order by h.weekday, h.from_hour)
             from colocation_unit_hours h where h.colocation_unit_id = x.id), '[]') as hours,
           coalesce((select json_agg(json_build_object('premisesId', d.premises_id, 'areaM2', d.area_m2::float8,
             'rentOre', round(coalesce(d.rent_ore, 0))::bigint) order by d.premises_id)
             from used d where d.unit_id = x.unit_id), '[]') as today
      from colocation_unit x join unit u on u.id = x.unit_id join administration a on a.id = u.administration_id
     where x.case_id = ${caseId} and x.organisation_id = ${actor.organisationId} and ${visibleUnit(actor)}
     order by danish_order(u.name), x.id limit 1000`)),
];
