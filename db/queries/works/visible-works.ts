import { sql, type SQL } from "drizzle-orm";
import type { Right } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { withinScope } from "../portfolio-filter.ts";

/** The works of buildings that an actor's right to surveys reaches on a day. `work` is the alias of work. */
export const workVisibleTo = (actor: Actor, work: SQL, today: Day, right: Right = "read"): SQL => sql`(
  ${work}.organisation_id = ${actor.organisationId} and exists (
    select 1 from portfolio_row r where r.building_id = ${work}.building_id
       and r.valid_from <= ${today}::date and r.valid_to > ${today}::date
       and ${withinScope(actor, "surveys", sql`r`, right)}))`;

/** What each work's lines of the estimates in force on a day cost together, in øre; with their worst condition. */
export const workCosts = (actor: Actor, today: Day): SQL => sql`(
  select l.work_id, sum(l.amount_ore)::bigint as ore, max(l.condition) as condition, count(*)::int as lines,
         min(l.observed_on) as oldest
    from backlog_line l join backlog_estimate e on e.id = l.estimate_id
   where e.organisation_id = ${actor.organisationId} and l.work_id is not null
     and e.valid_from <= ${today}::date and (e.valid_to is null or e.valid_to > ${today}::date)
   group by l.work_id)`;

/** The year of a work: when it was done, else that of the plan in force, else the one it was given. `work` is the alias. */
export const workYear = (work: SQL): SQL => sql`coalesce(
  extract(year from ${work}.done_on)::int,
  (select pw.year::int from plan_work pw join plan p on p.id = pw.plan_id
    where pw.work_id = ${work}.id and p.organisation_id = ${work}.organisation_id and p.state = 'published'),
  ${work}.planned_year::int)`;
