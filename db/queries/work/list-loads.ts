import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { TeamDay } from "#domain/work/capacity.ts";
import { isOpenOrder } from "./board-filter.ts";

export interface TeamLoad extends TeamDay {
  teamId: Id;
  day: Day;
  orders: number;
  absenceReason: string;
}

/**
 * What teams have planned and how much they are away, by team and day. All planned work counts, whoever asks: a team is
 * not freer because the reader may not see why.
 */
export async function listLoads(
  db: Db,
  actor: Actor,
  teamIds: readonly Id[],
  days: readonly Day[],
): Promise<TeamLoad[]> {
  if (teamIds.length === 0 || days.length === 0) return [];
  return [
    ...(await db.execute<TeamLoad & Record<string, unknown>>(sql`
      select t.id as "teamId", d.day::text as day, t.daily_minutes as "dailyMinutes",
             coalesce(a.minutes, 0) as "absenceMinutes", coalesce(a.reason, '') as "absenceReason",
             coalesce(l.minutes, 0)::float8 as "loadMinutes", coalesce(l.orders, 0) as orders
        from team t
       cross join unnest(${`{${days.join(",")}}`}::date[]) d (day)
        left join team_absence a on a.team_id = t.id and a.day = d.day
        left join (
          select o.team_id, o.planned_on, sum(o.norm_minutes * o.quantity) as minutes, count(*) as orders
            from service_order o
           where o.organisation_id = ${actor.organisationId} and ${isOpenOrder} and o.state <> 'done'
             and o.planned_on between ${days[0]!}::date and ${days.at(-1)!}::date
           group by o.team_id, o.planned_on) l on l.team_id = t.id and l.planned_on = d.day
       where t.organisation_id = ${actor.organisationId} and t.id = any (${`{${teamIds.join(",")}}`}::uuid[])
       order by t.id, d.day`)),
  ];
}
