import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { WorkOrder, Worklist } from "#domain/work/work-order.ts";
import { orderVisibleTo, teamsOf } from "../case/visible-cases.ts";
import { isOnBoard } from "./board-filter.ts";

/** More than anyone carries along; the most urgent come first. */
const mostOrders = 150;

/** What the actor's own teams have to do, today's first, then what is late, then the rest: nobody else's, whoever asks. */
export async function listWork(db: Db, actor: Actor, now: Date): Promise<Worklist> {
  const today = dayAt(now);
  const rows = await db.execute<WorkOrder & Record<string, unknown>>(sql`
    with own as materialized (
      select o.* from service_order o
       where o.organisation_id = ${actor.organisationId} and ${isOnBoard} and o.state <> 'awaitingApproval'
         and o.team_id in ${teamsOf(actor, today)} and ${orderVisibleTo(actor, sql`o`, today)}
       order by o.assigned_to is distinct from ${actor.accountId}, o.planned_on is null, o.planned_on,
                coalesce(o.resolve_by, 'infinity'), o.id
       limit ${mostOrders})
    select o.id, o.version, c.number || '-' || o.line as number, coalesce(s.name_da, i.name_da, '') as "itemDa",
           coalesce(s.name_en, i.name_en, '') as "itemEn", coalesce(nullif(o.description, ''), c.text) as text,
           b.name as building, ad.street || ' ' || ad.house_number || ', ' || ad.postcode || ' ' || ad.town as address,
           sp.number as space, u.name as unit, c.asker_name as "askerName", t.name as team, o.state, o.priority,
           o.planned_on::text as "plannedOn", a.name as person,
           coalesce(o.assigned_to = ${actor.accountId}, false) as "isMine", o.quantity::float8 as quantity,
           (o.norm_minutes * o.quantity)::float8 as minutes,
           coalesce((select sum(w.minutes) from work_entry w where w.order_id = o.id), 0)::float8 as "spentMinutes",
           (select coalesce(jsonb_agg(jsonb_build_object('name', m.name, 'quantity', m.quantity, 'unit', m.unit)
                                      order by m.used_at), '[]') from material_entry m where m.order_id = o.id) as materials,
           (select coalesce(jsonb_agg(p.id order by p.created_at), '[]') from case_photo p
             where p.case_id = o.case_id and (p.order_id is null or p.order_id = o.id)) as photos,
           (select coalesce(jsonb_agg(jsonb_build_object('by', e.actor_name, 'text', e.reason, 'at', e.happened_at)
                                      order by e.happened_at), '[]')
              from (select * from case_event ce where ce.order_id = o.id and ce.reason <> '' order by ce.happened_at desc
                     limit 5) e) as words,
           o.respond_by as "respondBy", o.resolve_by as "resolveBy", o.responded_at as "respondedAt",
           o.resolved_at as "resolvedAt", o.waiting_since as "waitingSince"
      from own o
      join service_case c on c.id = o.case_id
      join building b on b.id = o.building_id
      join team t on t.id = o.team_id
      left join address ad on ad.id = b.address_id
      left join space sp on sp.id = c.space_id
      left join unit u on u.id = o.unit_id
      left join facility_item i on i.organisation_id = o.organisation_id and i.code = o.item_code
      left join service s on s.organisation_id = o.organisation_id and s.code = o.service_code
      left join account a on a.id = o.assigned_to
     order by o.assigned_to is distinct from ${actor.accountId}, o.planned_on is null, o.planned_on,
              coalesce(o.resolve_by, 'infinity'), o.id`);
  return { accountId: actor.accountId, madeAt: now.toISOString(), today, orders: [...rows] };
}
