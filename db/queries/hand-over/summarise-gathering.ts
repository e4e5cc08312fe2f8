import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { withinAdministrations } from "./hand-over-scope.ts";

/** How far one administration's leases and properties have come on a day. Areas in m². */
export interface GatheringLine {
  administrationId: Id;
  code: string;
  name: string;
  /** Leases that run that day without KEjd; of them, those that are handed over and not yet taken over. */
  left: number;
  leftM2: number;
  /** Handed over and not looked at; being checked; back with the administration. Those that nobody knew are in them too. */
  handedOver: number;
  checking: number;
  askedBack: number;
  /** Leases that KEjd took over from the administration since the register began and that still run. */
  takenOver: number;
  propertiesOpen: number;
  propertiesTakenOver: number;
}

/** The status of the gathering on a day, a line an administration: the same on the day itself and when it is asked for later. */
export async function summariseGathering(db: Db, actor: Actor, on: Day): Promise<GatheringLine[]> {
  const rows = await db.execute<GatheringLine & Record<string, unknown>>(sql`
    with lease as (
      select k.administration_id, k.known_from is null or k.known_from > ${on}::date as is_left,
             k.known_from > k.valid_from and k.known_from <= ${on}::date as is_taken,
             coalesce((select sum(s.area_m2) from tenancy t join space s on s.id = t.space_id
               where t.contract_id = k.id and t.side = 'in' and t.valid_from <= ${on}::date
                 and (t.valid_to is null or t.valid_to > ${on}::date)), 0) as area_m2
        from contract k
       where k.organisation_id = ${actor.organisationId} and k.kind = 'thirdPartyIn'
         and k.valid_from <= ${on}::date and (k.valid_to is null or k.valid_to > ${on}::date)
         and ${withinAdministrations(actor, "read", sql`k.administration_id`, sql`k.unit_id`)}
    ), moved as (
      select h.administration_id, h.kind, h.taken_over_from,
             (select e.state from hand_over_event e where e.hand_over_id = h.id
                 and (e.at at time zone 'Europe/Copenhagen')::date <= ${on}::date
               order by e.at desc, e.id desc limit 1) as state
        from hand_over h
       where h.organisation_id = ${actor.organisationId}
         and ${withinAdministrations(actor, "read", sql`h.administration_id`, sql`h.unit_id`)}
    )
    select n.id as "administrationId", n.code, n.name,
           coalesce(l.left, 0)::int as left, coalesce(l.left_m2, 0)::float8 as "leftM2",
           coalesce(l.taken_over, 0)::int as "takenOver", coalesce(m.handed_over, 0)::int as "handedOver",
           coalesce(m.checking, 0)::int as checking, coalesce(m.asked_back, 0)::int as "askedBack",
           coalesce(m.properties_open, 0)::int as "propertiesOpen", coalesce(m.properties_taken, 0)::int as "propertiesTakenOver"
      from administration n
      left join (select administration_id, count(*) filter (where is_left) as left,
                        sum(area_m2) filter (where is_left) as left_m2, count(*) filter (where is_taken) as taken_over
                   from lease group by 1) l on l.administration_id = n.id
      left join (select administration_id, count(*) filter (where kind = 'lease' and state = 'handedOver') as handed_over,
                        count(*) filter (where kind = 'lease' and state = 'checking') as checking,
                        count(*) filter (where kind = 'lease' and state = 'askedBack') as asked_back,
                        count(*) filter (where kind = 'property' and state in ('handedOver', 'checking', 'askedBack')) as properties_open,
                        count(*) filter (where kind = 'property' and taken_over_from <= ${on}::date) as properties_taken
                   from moved group by 1) m on m.administration_id = n.id
     where n.organisation_id = ${actor.organisationId}
       and ${withinAdministrations(actor, "read", sql`n.id`, sql`null::uuid`)}
     order by n.code limit 100`);
  return [...rows];
}

/** The days of the committee's meetings, the newest first. */
export async function listMeetings(db: Db, { organisationId }: Actor): Promise<Day[]> {
  const rows = await db.execute<{ on: Day }>(sql`
    select held_on::text as on from committee_meeting where organisation_id = ${organisationId}
     order by held_on desc limit 60`);
  return rows.map(({ on }) => on);
}
